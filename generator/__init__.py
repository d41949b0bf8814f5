"""讲稿: assemble Chinese leadership speeches from skeletons and a phrase bank."""

__version__ = "0.1.0"
