"""Renders a request for a target as a program."""
