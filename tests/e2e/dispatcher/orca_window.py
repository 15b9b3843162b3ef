#!/usr/bin/python3
"""orca_window.py - a window with a text, a label and a button, for a screen reader to read."""
import gi

gi.require_version('Gtk', '3.0')
from gi.repository import Gtk  # noqa: E402

window = Gtk.Window(title='Оқырман')
box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL)
view = Gtk.TextView()
view.get_buffer().set_text('Абай 1845 жылы туған.\nЕкінші жол осында.\n')
view.set_accepts_tab(False)
button = Gtk.Button(label='Оқу')
box.pack_start(view, True, True, 0)
box.pack_start(button, False, False, 0)
window.add(box)
window.set_default_size(400, 200)
window.connect('destroy', Gtk.main_quit)
window.show_all()
view.grab_focus()
view.get_buffer().place_cursor(view.get_buffer().get_start_iter())
Gtk.main()
