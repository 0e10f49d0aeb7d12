"""Sends a request for somebody else, who must not reach with it what only this machine may reach."""
