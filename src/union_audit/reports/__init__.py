"""An audit → terminal, json, csv, xlsx, html."""
