/* messages.h - what the program says on standard error: one line each, "oqyrman: …". */
#pragma once

#include <glib.h>

/**
 * oq_messages_say:
 * @text: UTF-8, or a file's name in whatever bytes; it is shown as oq_line_shown() has it
 */
void oq_messages_say(const char *text);

/** oq_messages_status: the exit status (oqyrman.1.scd, EXIT STATUS) that an error stands for;
 * @error is not NULL.
 */
int oq_messages_status(const GError *error);
