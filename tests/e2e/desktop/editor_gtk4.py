"""editor_gtk4.py FILE - a window of GTK 4 with the text of the file, to be selected."""

import sys

import gi

gi.require_version("Gtk", "4.0")
from gi.repository import GLib, Gtk  # noqa: E402

Gtk.init()
loop = GLib.MainLoop()
view = Gtk.TextView()
with open(sys.argv[1], encoding="utf-8") as file:
    view.get_buffer().set_text(file.read().rstrip("\n"))
window = Gtk.Window(title="words", default_width=800, default_height=400, child=view)
window.connect("close-request", lambda _: loop.quit())
window.present()
loop.run()
