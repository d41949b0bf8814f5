"""拼装: material becomes a speech, in three steps: plan, choose, realise. Pure and seeded; no files, no formats."""
