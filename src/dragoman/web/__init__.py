"""The reading room: pages that show what the archive holds, each figure one click from its sentence.

    add_pages(app, archives)

adds them to an application; `archives` opens an archive for one request.
"""

from dragoman.web.pages import add_pages

__all__ = ["add_pages"]
