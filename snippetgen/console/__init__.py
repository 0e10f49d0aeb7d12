"""The console of an endpoint's page: the form that its script shows, and what a user has made of it.

`form.py` makes the form of an endpoint, and the state that it is in at first; `state.py` makes an endpoint of a form
that was edited, with `bodies.py`, `streaming.py` and `values.py`; `given.py` refuses what is no state; `outgoing.py`
makes the request that a server sends for its user.
"""
