"""The pages of a directory, live: a server on this machine that renders programs at every edit, and sends requests.

`catalog.py` reads the endpoints, and `known.py` has them; `guard.py` says which requests the server answers at all;
`app.py` has the pages and what their script asks for; `commands.py` imports what is pasted; `sending/` sends.
"""
