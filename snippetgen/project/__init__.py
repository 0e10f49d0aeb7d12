"""A whole project: what its configuration declares, built, checked and kept up to date.

This is the upper floor of the house: it knows the rooms, and only the command line and the plugins know it.
"""
