/* reader_wish.c - see the header. */
#include "desktop/reader_wish.h"

#include <glib/gi18n.h>
#include <string.h>

/** A method, and what it asks for. */
typedef struct {
	const char *name;
	OqReaderWishKind kind;
	OqDeed deed;
} Row;

static const Row rows[] = {
	{"Say", OQ_READER_SAY, OQ_N_DEEDS},
	{"Cancel", OQ_READER_CANCEL, OQ_N_DEEDS},
	{"Pause", OQ_READER_PAUSE, OQ_N_DEEDS},
	{"Resume", OQ_READER_RESUME, OQ_N_DEEDS},
	{"Stop", OQ_READER_STOP, OQ_N_DEEDS},
	{"ReadSelection", OQ_READER_DO, OQ_DEED_READ_SELECTION},
	{"ReadClipboard", OQ_READER_DO, OQ_DEED_READ_CLIPBOARD},
	{"Next", OQ_READER_DO, OQ_DEED_NEXT},
	{"Previous", OQ_READER_DO, OQ_DEED_PREVIOUS},
	{"Repeat", OQ_READER_DO, OQ_DEED_REPEAT},
	{"Faster", OQ_READER_DO, OQ_DEED_FASTER},
	{"Slower", OQ_READER_DO, OQ_DEED_SLOWER},
	{"Where", OQ_READER_DO, OQ_DEED_WHERE},
	{"Deed", OQ_READER_DO, OQ_N_DEEDS},
};

static const Row *
find_row(const char *method)
{
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
		if (strcmp(rows[i].name, method) == 0)
			return &rows[i];
	return NULL;
}

/* As documents name them, too: ru-RU. FALSE: none is named so. */
static gboolean
read_language(const char *tag, OqLang *lang)
{
	g_autofree char *name = g_ascii_strdown(tag, (gssize)strcspn(tag, "-_"));

	*lang = oq_lang_find(name);
	return *lang != OQ_N_LANGS || strcmp(tag, "auto") == 0;
}

static void
refuse_language(OqReaderWish *wish, const char *language)
{
	g_autofree char *message = g_strdup_printf(
		_("the language “%s” is not one that is read; give kk, ru or en, or auto, which "
		  "has it guessed"),
		language);

	oq_reader_wish_fail(wish, "Language", message);
}

/* Options that are not known, or of another type, say nothing. FALSE: it was answered. */
static gboolean
read_text(OqReaderWish *wish, GVariant *arguments)
{
	g_autoptr(GVariant) options = NULL;
	const char *language = "auto";
	gboolean queues;

	g_variant_get(arguments, "(s@a{sv})", &wish->text, &options);
	if (g_variant_lookup(options, "queue", "b", &queues))
		wish->queue = queues ? OQ_READER_QUEUE_YES : OQ_READER_QUEUE_NO;
	g_variant_lookup(options, "spell", "b", &wish->spells);
	g_variant_lookup(options, "language", "&s", &language);
	if (read_language(language, &wish->lang))
		return TRUE;
	refuse_language(wish, language);
	return FALSE;
}

/* FALSE: it is not known what is meant, and that is answered. */
static gboolean
read_arguments(OqReaderWish *wish, GVariant *arguments)
{
	const char *name;

	if (wish->kind == OQ_READER_SAY)
		return read_text(wish, arguments);
	if (wish->kind == OQ_READER_CANCEL)
		g_variant_get(arguments, "(u)", &wish->id);
	if (wish->kind != OQ_READER_DO || wish->deed != OQ_N_DEEDS)
		return TRUE;
	g_variant_get(arguments, "(&s)", &name);
	if (oq_deed_parse(name, &wish->deed))
		return TRUE;
	oq_reader_wish_fail(wish, "Unknown", "there is no such deed");
	return FALSE;
}

OqReaderWish *
oq_reader_wish_new(const char *method, GVariant *arguments, GDBusMethodInvocation *call)
{
	g_autoptr(OqReaderWish) wish = g_new0(OqReaderWish, 1);
	const Row *row = find_row(method);

	wish->call = call;
	g_return_val_if_fail(row != NULL, NULL);
	wish->kind = row->kind;
	wish->deed = row->deed;
	return read_arguments(wish, arguments) ? g_steal_pointer(&wish) : NULL;
}

void
oq_reader_wish_free(gpointer data)
{
	OqReaderWish *wish = data;

	if (wish == NULL)
		return;
	oq_reader_wish_fail(wish, "Failed", "it came too late");
	g_free(wish->text);
	g_free(wish);
}

/* (transfer floating) (nullable): what the method of the call gives back. */
static GVariant *
make_answer(GDBusMethodInvocation *call, guint number)
{
	const char *method = g_dbus_method_invocation_get_method_name(call);

	if (strcmp(method, "Say") == 0)
		return g_variant_new("(u)", number);
	if (strcmp(method, "ReadSelection") == 0 || strcmp(method, "ReadClipboard") == 0)
		return g_variant_new("(b)", number != 0);
	return NULL;
}

void
oq_reader_wish_answer(OqReaderWish *wish, guint number)
{
	GDBusMethodInvocation *call = g_steal_pointer(&wish->call);

	if (call != NULL)
		g_dbus_method_invocation_return_value(call, make_answer(call, number));
}

void
oq_reader_wish_fail(OqReaderWish *wish, const char *name, const char *message)
{
	GDBusMethodInvocation *call = g_steal_pointer(&wish->call);
	g_autofree char *whole = g_strconcat(OQ_READER_INTERFACE, ".Error.", name, NULL);

	if (call != NULL)
		g_dbus_method_invocation_return_dbus_error(call, whole, message);
}
