"""The server of the duty officer's console: a process of its own that speaks to the node at its desk socket.

See decisions/0010. `app.make_app` puts it together; routes lie in `routes/`, what pages show in `views/`.
"""
