"""editor_qt6.py FILE - a window of Qt 6 with the text of the file, to be selected."""

import sys

from PyQt6.QtWidgets import QApplication, QPlainTextEdit

application = QApplication(sys.argv)
with open(sys.argv[1], encoding="utf-8") as file:
    edit = QPlainTextEdit(file.read().rstrip("\n"))
edit.setWindowTitle("words")
edit.resize(800, 400)
edit.show()
sys.exit(application.exec())
