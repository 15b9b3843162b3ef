/* message.c - see the header. */
#include "dispatcher/message.h"

#include <string.h>

/* Of all that are held, and the pressed one; what is longer is no key. */
enum { MAX_KEY_BYTES = 1024 };

/* Those that have no sign of their own in the protocol. */
static const char *
read_character(const char *text)
{
	if (strcmp(text, "space") == 0)
		return " ";
	return strcmp(text, "linefeed") == 0 ? "\n" : text;
}

static gboolean
is_character(const char *text)
{
	return *text != '\0' && *g_utf8_next_char(text) == '\0';
}

/* A key by its name or its character; FALSE: it is neither. */
static gboolean
add_key(const OqKeyNames *names, const char *key, OqSsml *ssml)
{
	const char *name = oq_key_names_find(names, OQ_KEY_NAME_KEY, key);

	if (name == NULL && !is_character(key))
		return FALSE;
	if (ssml->text->len > 0)
		oq_ssml_add(ssml, " ", FALSE);
	oq_ssml_add(ssml, name != NULL ? name : key, name == NULL);
	return TRUE;
}

/* Keys that are held stand before that which is pressed, with an underscore behind each; the name
 * of a key may have one, too. */
static OqSsml *
read_key(const OqKeyNames *names, const char *text)
{
	OqSsml *ssml = oq_ssml_new_text("", FALSE);

	if (strlen(text) > MAX_KEY_BYTES) {
		oq_ssml_add(ssml, text, FALSE);
		return ssml;
	}
	while (!add_key(names, text, ssml)) {
		const char *end = strchr(text, '_');
		g_autofree char *held = end != NULL ? g_strndup(text, end - text) : NULL;
		if (held == NULL || !add_key(names, held, ssml)) {
			oq_ssml_add(ssml, text, FALSE);
			break;
		}
		text = end + 1;
	}
	return ssml;
}

OqSsml *
oq_message_read(const OqKeyNames *names, OqVerb verb, const char *text)
{
	const char *icon;

	switch (verb) {
	case OQ_VERB_CHAR:
		return oq_ssml_new_text(read_character(text), TRUE);
	case OQ_VERB_KEY:
		return read_key(names, text);
	case OQ_VERB_SOUND_ICON:
		icon = oq_key_names_find(names, OQ_KEY_NAME_ICON, text);
		return oq_ssml_new_text(icon != NULL ? icon : text, FALSE);
	default:
		return oq_ssml_new(text);
	}
}
