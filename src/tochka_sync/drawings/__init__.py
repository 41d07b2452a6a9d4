"""Pictures of a plan as plain SVG, made without a browser: they need no script and no network.

Colours are CSS classes, so that a page can show one picture on a light ground and on a dark one.
"""
