"""A whole project: everything that its configuration declares, built, checked and kept up to date.

Only the command line and the plugins import this package.
"""
