/* a11y_read.c - see the header. */
#include "desktop/selection/a11y_read.h"

#include "desktop/selection/a11y_tree.h"
#include "desktop/selection/embedded.h"

enum {
	MAX_LEVELS = 24, /* upwards, and downwards to the caret */
	MAX_RANGES = 100,
};

struct _OqA11yReading {
	GDBusConnection *connection;
	GCancellable *stop;
	OqSelectionWanted wanted;
	OqA11yDone done;
	gpointer data;

	OqA11yObject object; /* that is asked */
	guint n_levels;
	guint role;

	/* What is selected in the object: range after range. */
	gint n_ranges, range;
	GString *text;
	OqA11yTree *tree;

	/* Objects with text, where nothing is selected: the first one, and the one around all. */
	OqA11yObject inner, outer;
	char *content; /* of the object in which the caret is looked for */
	gint caret;
};

static void
end(OqA11yReading *reading, OqA11yOutcome outcome)
{
	GString *text = g_steal_pointer(&reading->text);

	if (outcome != OQ_A11Y_READ)
		g_string_free(g_steal_pointer(&text), TRUE);
	reading->done(outcome, text, reading->data);
}

static void
call(OqA11yReading *reading, const char *method, GVariant *arguments, const char *type,
	OqA11yReply taken)
{
	oq_a11y_call(reading->connection, &reading->object, method, arguments, type, reading->stop,
		taken, reading);
}

static void
get(OqA11yReading *reading, const char *property, const char *type, OqA11yReply taken)
{
	oq_a11y_get(reading->connection, &reading->object, property, type, reading->stop, taken,
		reading);
}

/* The last of what is read has come. */
static void
take_last(GString *text, gpointer data)
{
	OqA11yReading *reading = data;

	g_string_append_len(reading->text, text->str, text->len);
	g_string_free(text, TRUE);
	end(reading, reading->text->len > 0 ? OQ_A11Y_READ : OQ_A11Y_NOTHING);
}

static void
read_stretch(
	OqA11yReading *reading, gint first, gint last, gboolean is_selection, OqA11yTreeDone done)
{
	oq_a11y_tree_free(reading->tree);
	reading->tree = oq_a11y_tree_read(
		reading->connection, &reading->object, first, last, is_selection, done, reading);
}

/* The paragraph at the caret: from the object inwards to the one that holds it. */

static void look_for_caret(OqA11yReading *reading);

static void
read_paragraph(OqA11yReading *reading)
{
	guint first, last;

	oq_embedded_paragraph(reading->content, reading->caret, &first, &last);
	read_stretch(reading, (gint)first, (gint)last, FALSE, take_last);
}

static void
take_inner(GVariant *reply, gpointer data)
{
	OqA11yReading *reading = data;
	const char *at = g_utf8_offset_to_pointer(reading->content, reading->caret);
	g_autofree char *before = g_strndup(reading->content, (gsize)(at - reading->content));
	guint index = oq_embedded_count(before);
	g_autoptr(GVariant) list = reply != NULL ? g_variant_get_child_value(reply, 0) : NULL;
	const char *sender, *path;

	if (list == NULL || index >= g_variant_n_children(list)) {
		read_paragraph(reading);
		return;
	}
	g_variant_get_child(list, index, "(&s&o)", &sender, &path);
	oq_a11y_object_set(&reading->object, sender, path);
	look_for_caret(reading);
}

static void
take_content(GVariant *reply, gpointer data)
{
	OqA11yReading *reading = data;
	glong n_characters;

	if (reply == NULL) {
		end(reading, OQ_A11Y_NOTHING);
		return;
	}
	g_free(reading->content);
	g_variant_get(reply, "(s)", &reading->content);
	n_characters = g_utf8_strlen(reading->content, -1);
	reading->caret = (gint)CLAMP(reading->caret, 0, n_characters);
	const char *at = g_utf8_offset_to_pointer(reading->content, reading->caret);
	if (g_utf8_get_char(at) == OQ_EMBEDDED_OBJECT &&
		oq_embedded_is_block(reading->content, at) && ++reading->n_levels < MAX_LEVELS)
		call(reading, "Accessible.GetChildren", NULL, "(a(so))", take_inner);
	else
		read_paragraph(reading);
}

static void
take_caret(GVariant *value, gpointer data)
{
	OqA11yReading *reading = data;

	reading->caret = value != NULL ? g_variant_get_int32(value) : 0;
	call(reading, "Text.GetText", g_variant_new("(ii)", 0, -1), "(s)", take_content);
}

static void
take_inner_role(GVariant *reply, gpointer data)
{
	OqA11yReading *reading = data;
	guint role = 0;

	if (reply != NULL)
		g_variant_get(reply, "(u)", &role);
	if (role == OQ_A11Y_ROLE_PASSWORD)
		end(reading, OQ_A11Y_PROTECTED);
	else
		get(reading, "Text.CaretOffset", "i", take_caret);
}

static void
look_for_caret(OqA11yReading *reading)
{
	call(reading, "Accessible.GetRole", NULL, "(u)", take_inner_role);
}

/* Nothing is selected. */
static void
read_around(OqA11yReading *reading)
{
	OqA11yObject *found = reading->wanted == OQ_SELECTION_DOCUMENT    ? &reading->outer
			      : reading->wanted == OQ_SELECTION_PARAGRAPH ? &reading->inner
									  : NULL;

	if (found == NULL || found->path == NULL) {
		end(reading, OQ_A11Y_NOTHING);
		return;
	}
	oq_a11y_object_set(&reading->object, found->sender, found->path);
	reading->n_levels = 0;
	if (reading->wanted == OQ_SELECTION_DOCUMENT)
		read_stretch(reading, 0, -1, FALSE, take_last);
	else
		look_for_caret(reading);
}

/* What is selected: in the object, or else in one around it. */

static void ask_range(OqA11yReading *reading);
static void look(OqA11yReading *reading);

static void
take_range_text(GString *text, gpointer data)
{
	OqA11yReading *reading = data;

	if (reading->text->len > 0 && text->len > 0)
		g_string_append_c(reading->text, '\n');
	g_string_append_len(reading->text, text->str, text->len);
	g_string_free(text, TRUE);
	reading->range++;
	ask_range(reading);
}

static void
take_range(GVariant *reply, gpointer data)
{
	OqA11yReading *reading = data;
	gint first = 0, last = 0;

	if (reply != NULL)
		g_variant_get(reply, "(ii)", &first, &last);
	if (first >= 0 && first < last) {
		read_stretch(reading, first, last, TRUE, take_range_text);
		return;
	}
	reading->range++;
	ask_range(reading);
}

static void
take_parent(GVariant *value, gpointer data)
{
	OqA11yReading *reading = data;
	const char *sender, *path;

	if (value == NULL) {
		read_around(reading);
		return;
	}
	g_variant_get(value, "(&s&o)", &sender, &path);
	oq_a11y_object_set(&reading->object, sender, path);
	look(reading);
}

static void
go_up(OqA11yReading *reading)
{
	gboolean is_document = reading->role == OQ_A11Y_ROLE_DOCUMENT_FRAME ||
			       reading->role == OQ_A11Y_ROLE_DOCUMENT_WEB;

	if (is_document || ++reading->n_levels >= MAX_LEVELS)
		read_around(reading);
	else
		get(reading, "Accessible.Parent", "(so)", take_parent);
}

static void
ask_range(OqA11yReading *reading)
{
	if (reading->range < MIN(reading->n_ranges, MAX_RANGES))
		call(reading, "Text.GetSelection", g_variant_new("(i)", reading->range), "(ii)",
			take_range);
	else if (reading->text->len > 0)
		end(reading, OQ_A11Y_READ);
	else
		go_up(reading);
}

static void
take_n_ranges(GVariant *reply, gpointer data)
{
	OqA11yReading *reading = data;

	reading->range = reading->n_ranges = 0;
	if (reply != NULL) { /* it has text */
		g_variant_get(reply, "(i)", &reading->n_ranges);
		if (reading->inner.path == NULL)
			oq_a11y_object_set(
				&reading->inner, reading->object.sender, reading->object.path);
		oq_a11y_object_set(&reading->outer, reading->object.sender, reading->object.path);
	}
	ask_range(reading);
}

static void
take_role(GVariant *reply, gpointer data)
{
	OqA11yReading *reading = data;

	reading->role = 0;
	if (reply != NULL)
		g_variant_get(reply, "(u)", &reading->role);
	switch (reading->role) {
	case OQ_A11Y_ROLE_PASSWORD:
		end(reading, OQ_A11Y_PROTECTED);
		break;
	case OQ_A11Y_ROLE_FRAME:
	case OQ_A11Y_ROLE_WINDOW:
	case OQ_A11Y_ROLE_APPLICATION:
		read_around(reading);
		break;
	default:
		call(reading, "Text.GetNSelections", NULL, "(i)", take_n_ranges);
	}
}

static void
look(OqA11yReading *reading)
{
	call(reading, "Accessible.GetRole", NULL, "(u)", take_role);
}

static void
take_states(GVariant *reply, gpointer data)
{
	OqA11yReading *reading = data;

	if (oq_a11y_has_state(reply, OQ_A11Y_STATE_FOCUSED))
		look(reading);
	else
		end(reading, OQ_A11Y_UNFOCUSED);
}

OqA11yReading *
oq_a11y_read(GDBusConnection *connection, const OqA11yObject *focus, OqSelectionWanted wanted,
	OqA11yDone done, gpointer data)
{
	OqA11yReading *reading = g_new0(OqA11yReading, 1);

	reading->connection = g_object_ref(connection);
	reading->stop = g_cancellable_new();
	reading->wanted = wanted;
	reading->done = done;
	reading->data = data;
	reading->text = g_string_new(NULL);
	oq_a11y_object_set(&reading->object, focus->sender, focus->path);
	call(reading, "Accessible.GetState", NULL, "(au)", take_states);
	return reading;
}

gboolean
oq_a11y_reading_is_sure(const OqA11yReading *reading)
{
	return reading->tree != NULL;
}

void
oq_a11y_reading_free(OqA11yReading *reading)
{
	if (reading == NULL)
		return;
	g_cancellable_cancel(reading->stop);
	g_object_unref(reading->stop);
	g_object_unref(reading->connection);
	oq_a11y_object_clear(&reading->object);
	oq_a11y_object_clear(&reading->inner);
	oq_a11y_object_clear(&reading->outer);
	oq_a11y_tree_free(reading->tree);
	if (reading->text != NULL)
		g_string_free(reading->text, TRUE);
	g_free(reading->content);
	g_free(reading);
}
