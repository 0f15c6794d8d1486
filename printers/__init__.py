"""From a slip to paper: layout, raster, ESC/POS, transports. Imports nothing of the server."""
