"""Where plans come from: each module turns one kind of source into a `Book`."""

import os
from pathlib import Path

try:
    Path.home()
except RuntimeError:  # the system does not know the user, as in a container run under a number
    os.environ["HOME"] = "/"  # gspread asks for one as it is loaded
