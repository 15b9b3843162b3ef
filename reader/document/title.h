/* title.h - what a file or folder is called by those who listen. */
#pragma once

#include <glib.h>

/** oq_title_of_file: (transfer full): the name without folder and extension, valid UTF-8. "1.2" has
 * none: an extension has a letter in it, and nothing but Latin letters and figures. */
char *oq_title_of_file(const char *path);

/** oq_title_extension: (transfer full): that of the name, in small letters, without the point; "":
 * it has none. */
char *oq_title_extension(const char *path);

/** oq_title_of_folder: (transfer full): the name, also where the path is "." or ends with "/". */
char *oq_title_of_folder(const char *path);
