"""命令: one module per command of the command line; the only room that prints or saves."""
