/* naming.h - what audio files are called whose names nobody has given, and which names are free. */
#pragma once

#include <glib.h>

/** oq_naming_beside: (transfer full): "a/news.wav" of "a/news.txt", for "wav"; the point of
 * ".notes" begins no extension. */
char *oq_naming_beside(const char *text, const char *extension);

/** oq_naming_in: (transfer full): the same in another folder. */
char *oq_naming_in(const char *folder, const char *text, const char *extension);

/** oq_naming_number: (transfer full): @path for 1, for 2 "a/news-2.wav" of "a/news.wav". */
char *oq_naming_number(const char *path, guint n);

/** oq_naming_is_free: neither the audio file nor one of those beside it is there, nor a link that
 * leads nowhere. @sidecars: bits of OqSidecar. */
gboolean oq_naming_is_free(const char *path, guint sidecars);

/** oq_naming_free: the first number from @n on with which @path is free. */
guint oq_naming_free(const char *path, guint sidecars, guint n);
