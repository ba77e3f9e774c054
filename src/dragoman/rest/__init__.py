"""The REST API over an archive, and the guard that stands before it and the pages."""

from dragoman.rest.app import AddPages, create_app
from dragoman.rest.guard import is_loopback

__all__ = ["AddPages", "create_app", "is_loopback"]
