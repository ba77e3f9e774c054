"""`python -m dragoman.cli`."""

import sys

from dragoman.cli.app import main

sys.exit(main())
