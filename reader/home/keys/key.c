/* key.c - see the header. */
#include "home/keys/key.h"

#include <glib/gi18n.h>
#include <string.h>

#define CTRL  "Ctrl+"
#define ALT   "Alt+"
#define SHIFT "Shift+"

typedef struct {
	OqKeyKind kind;
	gunichar character;
	const char *name;
	const char *other; /* nullable: a name that is understood, too */
	const char *spoken;
} Named;

/* The first name of a key is its name. */
static const Named named[] = {
	{OQ_KEY_CHARACTER, ' ', "space", NULL, N_("space bar")},
	{OQ_KEY_ENTER, 0, "Enter", "Return", N_("Enter")},
	{OQ_KEY_ESCAPE, 0, "Escape", "Esc", N_("Escape")},
	{OQ_KEY_TAB, 0, "Tab", NULL, N_("Tab")},
	{OQ_KEY_BACKSPACE, 0, "Backspace", NULL, N_("Backspace")},
	{OQ_KEY_DELETE, 0, "Delete", "Del", N_("Delete")},
	{OQ_KEY_INSERT, 0, "Insert", "Ins", N_("Insert")},
	{OQ_KEY_LEFT, 0, "Left", NULL, N_("left arrow")},
	{OQ_KEY_RIGHT, 0, "Right", NULL, N_("right arrow")},
	{OQ_KEY_UP, 0, "Up", NULL, N_("up arrow")},
	{OQ_KEY_DOWN, 0, "Down", NULL, N_("down arrow")},
	{OQ_KEY_PAGE_UP, 0, "Page_Up", "PageUp", N_("Page Up")},
	{OQ_KEY_PAGE_DOWN, 0, "Page_Down", "PageDown", N_("Page Down")},
	{OQ_KEY_HOME, 0, "Home", NULL, N_("Home")},
	{OQ_KEY_END, 0, "End", NULL, N_("End")},
};

/** What a sign is called when it is read out; in config.ini it stands itself. */
typedef struct {
	char sign;
	const char *spoken;
} Sign;

static const Sign signs[] = {
	{'+', N_("plus")},
	{'-', N_("minus")},
	{'=', N_("equals sign")},
	{'[', N_("left square bracket")},
	{']', N_("right square bracket")},
	{'(', N_("left bracket")},
	{')', N_("right bracket")},
	{'{', N_("left curly bracket")},
	{'}', N_("right curly bracket")},
	{'<', N_("less-than sign")},
	{'>', N_("greater-than sign")},
	{'/', N_("slash")},
	{'\\', N_("backslash")},
	{'|', N_("vertical bar")},
	{'?', N_("question mark")},
	{'!', N_("exclamation mark")},
	{',', N_("comma")},
	{'.', N_("full stop")},
	{';', N_("semicolon")},
	{':', N_("colon")},
	{'\'', N_("apostrophe")},
	{'"', N_("quotation mark")},
	{'`', N_("grave accent")},
	{'~', N_("tilde")},
	{'@', N_("at sign")},
	{'#', N_("number sign")},
	{'$', N_("dollar sign")},
	{'%', N_("per cent sign")},
	{'^', N_("circumflex")},
	{'&', N_("ampersand")},
	{'*', N_("asterisk")},
	{'_', N_("underscore")},
};

gboolean
oq_key_equal(const OqKey *a, const OqKey *b)
{
	return a->kind == b->kind && a->character == b->character && a->ctrl == b->ctrl &&
	       a->alt == b->alt && a->shift == b->shift;
}

static const Named *
find_named(const OqKey *key)
{
	for (guint i = 0; i < G_N_ELEMENTS(named); i++)
		if (named[i].kind == key->kind && named[i].character == key->character)
			return &named[i];
	return NULL;
}

static char *
function_name(const char *format, const OqKey *key)
{
	g_autofree char *number = g_strdup_printf("%d", (int)key->kind - OQ_KEY_F1 + 1);
	return g_strconcat(format, number, NULL);
}

static gboolean
is_function(const OqKey *key)
{
	return key->kind >= OQ_KEY_F1 && key->kind <= OQ_KEY_F12;
}

char *
oq_key_name(const OqKey *key)
{
	const Named *found = find_named(key);
	g_autoptr(GString) name = g_string_new(key->ctrl ? CTRL : NULL);
	g_autofree char *function = is_function(key) ? function_name("F", key) : NULL;
	if (key->alt)
		g_string_append(name, ALT);
	if (key->shift)
		g_string_append(name, SHIFT);
	if (found != NULL || function != NULL)
		g_string_append(name, found != NULL ? found->name : function);
	else if (key->kind == OQ_KEY_CHARACTER)
		g_string_append_unichar(name, key->character);
	return g_string_free(g_steal_pointer(&name), FALSE);
}

static gboolean
take_prefix(const char **name, const char *prefix)
{
	gsize n = strlen(prefix);
	if (g_ascii_strncasecmp(*name, prefix, n) != 0 || (*name)[n] == '\0')
		return FALSE;
	*name += n;
	return TRUE;
}

static gboolean
parse_named(const char *name, OqKey *key)
{
	for (guint i = 0; i < G_N_ELEMENTS(named); i++)
		if (g_ascii_strcasecmp(name, named[i].name) == 0 ||
			(named[i].other != NULL && g_ascii_strcasecmp(name, named[i].other) == 0)) {
			key->kind = named[i].kind;
			key->character = named[i].character;
			return TRUE;
		}
	return FALSE;
}

static gboolean
parse_function(const char *name, OqKey *key)
{
	guint64 number;
	if (g_ascii_tolower(name[0]) != 'f' || !g_ascii_string_to_unsigned(name + 1, 10, 1,
						       OQ_KEY_F12 - OQ_KEY_F1 + 1, &number, NULL))
		return FALSE;
	key->kind = OQ_KEY_F1 + (OqKeyKind)number - 1;
	return TRUE;
}

/* A letter shows whether Shift is held; what a sign becomes with it, the layout alone knows. */
static gboolean
parse_character(const char *name, OqKey *key)
{
	gunichar character = g_utf8_get_char_validated(name, -1);
	if (name[0] == '\0' || !g_unichar_validate(character) || !g_unichar_isgraph(character) ||
		*g_utf8_next_char(name) != '\0')
		return FALSE;
	if (key->shift && (key->ctrl || !g_unichar_isalpha(character)))
		return FALSE;
	if (key->shift)
		character = g_unichar_toupper(character);
	key->character = key->ctrl ? g_unichar_tolower(character) : character;
	key->shift = FALSE;
	return TRUE;
}

gboolean
oq_key_parse(const char *name, OqKey *key)
{
	*key = (OqKey){0};
	for (gboolean more = TRUE; more;) {
		gboolean ctrl = take_prefix(&name, CTRL), alt = take_prefix(&name, ALT);
		gboolean shift = take_prefix(&name, SHIFT);
		more = ctrl || alt || shift;
		key->ctrl |= ctrl;
		key->alt |= alt;
		key->shift |= shift;
	}
	if (parse_named(name, key))
		return key->kind != OQ_KEY_CHARACTER || !key->shift;
	return parse_function(name, key) || parse_character(name, key);
}

static char *
spoken_character(gunichar character)
{
	char letter[8] = "";
	for (guint i = 0; i < G_N_ELEMENTS(signs); i++)
		if (character == (guchar)signs[i].sign)
			return g_strdup(_(signs[i].spoken));
	g_unichar_to_utf8(g_unichar_tolower(character), letter);
	return g_unichar_isupper(character) ? g_strdup_printf(_("Shift and %s"), letter)
					    : g_strdup(letter);
}

static char *
spoken_alone(const OqKey *key)
{
	const Named *found = find_named(key);
	if (found != NULL)
		return g_strdup(_(found->spoken));
	if (is_function(key))
		return function_name("F ", key);
	return key->kind == OQ_KEY_CHARACTER ? spoken_character(key->character) : g_strdup("");
}

char *
oq_key_spoken(const OqKey *key)
{
	g_autofree char *alone = spoken_alone(key);
	g_autofree char *shifted =
		key->shift ? g_strdup_printf(_("Shift and %s"), alone) : g_steal_pointer(&alone);
	g_autofree char *with_alt =
		key->alt ? g_strdup_printf(_("Alt and %s"), shifted) : g_steal_pointer(&shifted);
	return key->ctrl ? g_strdup_printf(_("Control and %s"), with_alt)
			 : g_steal_pointer(&with_alt);
}
