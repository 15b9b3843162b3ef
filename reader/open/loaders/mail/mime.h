/* mime.h - a mail, or a page that was saved as one: parts within parts, each with a header. */
#pragma once

#include <glib.h>

/** A part: what its header says of it, and its bytes, in the file. */
typedef struct {
	char *header; /* its long fields unfolded */
	char *type;
	char *charset;
	char *coding;
	const char *body;
	gsize n_body;
} OqMimePart;

/** oq_mime_read: @text to @end: a part, or the whole file. */
OqMimePart oq_mime_read(const char *text, const char *end);
void oq_mime_part_clear(OqMimePart *part);

/** oq_mime_is_type: @type: in small letters, or the beginning of one. */
gboolean oq_mime_is_type(const OqMimePart *part, const char *type);

/** oq_mime_field: (transfer full) (nullable): of a header. */
char *oq_mime_field(const char *header, const char *name);

/** oq_mime_parameter: (transfer full) (nullable): of name="value" or name=value */
char *oq_mime_parameter(const char *field, const char *name);

/** oq_mime_words: (transfer full): a field as it is read: "=?koi8-r?B?8A==?=" is "П". */
char *oq_mime_words(const char *field);

/** oq_mime_name: (transfer full) (nullable): a parameter as it is read, in whatever way it is
 * written: name*=utf-8''%D0%9F is "П", and so is what name*0*= begins and name*1*= goes on with. */
char *oq_mime_name(const char *field, const char *name);

/** Whether the part, which has none within it, is the one. */
typedef gboolean (*OqMimeJudge)(const OqMimePart *part, gpointer data);

/** oq_mime_find: the first one, in order. FALSE: there is none. @found: (transfer full) */
gboolean oq_mime_find(const OqMimePart *whole, OqMimeJudge judge, gpointer data, OqMimePart *found);

/** oq_mime_bytes: (transfer full): of a part, without base64 and quoted-printable. */
GString *oq_mime_bytes(const OqMimePart *part);
