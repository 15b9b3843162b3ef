/* messages.h - what the program says on standard error: one line each, "oqyrman: …". */
#pragma once

#include <glib.h>

/**
 * oq_messages_line:
 * @head: what it begins with
 * @text: UTF-8, or a file's name in whatever bytes; control characters are shown as "?", so that it
 *   stays one line and cannot steer the terminal
 *
 * Returns: (transfer full): with a line break at its end
 */
char *oq_messages_line(const char *head, const char *text);

/** oq_messages_say: @text: as above */
void oq_messages_say(const char *text);

/** oq_messages_status: the exit status (oqyrman.1.scd, EXIT STATUS) that an error stands for;
 * @error is not NULL.
 */
int oq_messages_status(const GError *error);
