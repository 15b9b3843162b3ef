/* raw_markup.c - see the header. */
#include "open/markup/raw_markup.h"

#include <string.h>

#define CDATA "<![CDATA["

enum {
	LONGEST_BEGINNING = sizeof CDATA - 1, /* by which it is known what "<" means */
	MAX_WORDS = 512,                      /* of a tag: names of attributes, mostly */
	MAX_VALUE_BYTES = 1 << 16,            /* pictures stand in some */
	MAX_INSTRUCTION_BYTES = 1 << 10,
};

typedef enum {
	TEXT,
	TAG,
	SURPLUS, /* of a tag: what is left out */
	COMMENT,
	SECTION, /* of CDATA */
	INSTRUCTION,
	DECLARATION,    /* before the first element: of the document's type */
	SUBSET,         /* of that, in square brackets: entities, which nobody reads */
	SUBSET_COMMENT, /* in which quotes are none */
} State;

/* What ends a state that ends with a word, the state behind it, and how much of it is kept. */
static const struct {
	const char *end;
	State next;
	gsize max_bytes;
} ends[] = {
	[COMMENT] = {"-->", TEXT, 0},
	[SECTION] = {"]]>", TEXT, G_MAXSIZE},
	[INSTRUCTION] = {"?>", TEXT, MAX_INSTRUCTION_BYTES},
	[SUBSET_COMMENT] = {"-->", SUBSET, 0},
};

struct _OqRawMarkup {
	gboolean is_xml;
	State state;
	char quote;        /* of a value that it is in; NUL: it is in none */
	gboolean is_begun; /* an element was there */
	gboolean is_apart; /* in a tag: behind white space, or a value */
	gboolean is_empty; /* it has no end tag */
	guint n_words;     /* of a tag */
	gsize n_inside;    /* bytes of a value, an instruction */
	guint line;
	guint fault_line;
	GString *rest; /* what may mean different things yet */
};

/** The bytes that are looked at. */
typedef struct {
	const char *at, *end;
	gboolean is_last;
	GString *out;
} Input;

OqRawMarkup *
oq_raw_markup_new(gboolean is_xml)
{
	OqRawMarkup *markup = g_new0(OqRawMarkup, 1);
	markup->is_xml = is_xml;
	markup->line = 1;
	markup->rest = g_string_new(NULL);
	return markup;
}

void
oq_raw_markup_free(OqRawMarkup *markup)
{
	if (markup == NULL)
		return;
	g_string_free(markup->rest, TRUE);
	g_free(markup);
}

static void
pass(OqRawMarkup *markup, Input *in, gsize n_bytes)
{
	guint n_lines = 0;
	for (gsize i = 0; i < n_bytes; i++)
		n_lines += in->at[i] == '\n';
	markup->line += n_lines;
	g_string_append_len(in->out, in->at, (gssize)n_bytes);
	in->at += n_bytes;
}

/* What nobody reads; lines are counted by others, too. */
static void
drop(OqRawMarkup *markup, Input *in, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes; i++) {
		if (in->at[i] != '\n')
			continue;
		markup->line++;
		g_string_append_c(in->out, '\n');
	}
	in->at += n_bytes;
}

static void
mend(OqRawMarkup *markup, Input *in, const char *with)
{
	if (markup->fault_line == 0)
		markup->fault_line = markup->line;
	g_string_append(in->out, with);
	in->at++;
}

static gboolean
begins(const Input *in, const char *word)
{
	gsize length = strlen(word);
	return (gsize)(in->end - in->at) >= length && memcmp(in->at, word, length) == 0;
}

/* XML's NameStartChar, but for some that are no letters of a living script. */
static gboolean
is_name(const Input *in, gsize offset)
{
	const char *at = in->at + offset;
	if (at >= in->end)
		return FALSE;
	if ((guchar)*at < 0x80)
		return g_ascii_isalpha(*at) || *at == '_' || *at == ':';
	gunichar c = g_utf8_get_char_validated(at, in->end - at);
	return c < 0x110000 && g_unichar_isalpha(c);
}

static State
meaning(const OqRawMarkup *markup, const Input *in)
{
	if (begins(in, "<!--"))
		return COMMENT;
	if (begins(in, CDATA))
		return SECTION;
	if (begins(in, "<?"))
		return INSTRUCTION;
	if (begins(in, "<!") && !markup->is_begun)
		return DECLARATION;
	return is_name(in, begins(in, "</") ? 2 : 1) ? TAG : TEXT;
}

/* FALSE: what follows has to be known. */
static gboolean
pass_beginning(OqRawMarkup *markup, Input *in)
{
	if (in->end - in->at < LONGEST_BEGINNING && !in->is_last)
		return FALSE;
	markup->state = meaning(markup, in);
	markup->n_words = 0;
	markup->is_apart = FALSE;
	markup->is_begun |= markup->state == TAG;
	markup->n_inside = 0;
	if (markup->state == TEXT && markup->is_xml)
		mend(markup, in, "&lt;");
	else if (markup->state == COMMENT)
		pass(markup, in, sizeof "<!--" - 1);
	else
		pass(markup, in, 1);
	return TRUE;
}

static gboolean
pass_text(OqRawMarkup *markup, Input *in)
{
	gsize n_bytes = (gsize)(in->end - in->at);
	const char *tag = memchr(in->at, '<', n_bytes);
	n_bytes = tag != NULL ? (gsize)(tag - in->at) : n_bytes;
	const char *nul = markup->is_xml ? memchr(in->at, '\0', n_bytes) : NULL;
	pass(markup, in, nul != NULL ? (gsize)(nul - in->at) : n_bytes);
	if (in->at == in->end)
		return TRUE;
	if (*in->at == '<')
		return pass_beginning(markup, in);
	mend(markup, in, "");
	return TRUE;
}

/* Where a word begins that is one too many. */
static gboolean
is_surplus(OqRawMarkup *markup, char c)
{
	gboolean is_word = markup->is_apart && !g_ascii_isspace(c) && c != '=' && c != '/';
	markup->is_apart = g_ascii_isspace(c);
	markup->n_words += is_word;
	return is_word && markup->n_words > MAX_WORDS;
}

static void
note_quote(OqRawMarkup *markup, char c)
{
	markup->is_apart |= markup->quote == c;
	markup->n_inside = markup->quote != '\0' ? markup->n_inside + 1 : 0;
	if (markup->quote == c)
		markup->quote = '\0';
	else if (markup->quote == '\0' && (c == '"' || c == '\''))
		markup->quote = c;
}

/* A value or a tag without an end goes no further than to the next tag. */
static gboolean
is_end_of_tag(const OqRawMarkup *markup, char c)
{
	return c == '<' || c == '\0' || (markup->quote == '\0' && c == '>');
}

static gboolean
end_tag(OqRawMarkup *markup)
{
	markup->state = TEXT;
	markup->quote = '\0';
	return TRUE;
}

/* The rest of a value that is too long; not what ends it. */
static gboolean
leave_value(OqRawMarkup *markup, Input *in)
{
	const char *at = in->at;
	while (at < in->end && *at != markup->quote && !is_end_of_tag(markup, *at))
		at++;
	drop(markup, in, (gsize)(at - in->at));
	markup->n_inside = at < in->end ? 0 : markup->n_inside;
	return TRUE;
}

static gboolean
pass_tag(OqRawMarkup *markup, Input *in)
{
	const char *at = in->at;
	gboolean is_over = FALSE;
	if (markup->n_inside > MAX_VALUE_BYTES)
		return leave_value(markup, in);
	for (; at < in->end && !is_end_of_tag(markup, *at) && markup->n_inside <= MAX_VALUE_BYTES;
		at++) {
		is_over = markup->quote == '\0' && is_surplus(markup, *at);
		if (is_over)
			break;
		note_quote(markup, *at);
	}
	pass(markup, in, (gsize)(at - in->at));
	if (in->at == in->end || markup->n_inside > MAX_VALUE_BYTES)
		return TRUE;
	if (!is_over)
		return end_tag(markup);
	markup->state = SURPLUS;
	markup->is_empty = FALSE;
	return TRUE;
}

static gboolean
leave_surplus(OqRawMarkup *markup, Input *in)
{
	for (; in->at < in->end && !is_end_of_tag(markup, *in->at); in->at++) {
		note_quote(markup, *in->at);
		markup->is_empty = *in->at == '/';
		markup->line += *in->at == '\n';
	}
	if (in->at == in->end)
		return TRUE;
	if (markup->is_empty)
		g_string_append_c(in->out, '/');
	return end_tag(markup);
}

static void
pass_inside(OqRawMarkup *markup, Input *in, gsize n_bytes)
{
	gsize max_bytes = ends[markup->state].max_bytes;
	gsize n_kept = MIN(n_bytes, max_bytes - MIN(max_bytes, markup->n_inside));
	markup->n_inside += n_kept;
	pass(markup, in, n_kept);
	drop(markup, in, n_bytes - n_kept);
}

/* Up to the word that ends it. */
static gboolean
pass_up_to(OqRawMarkup *markup, Input *in)
{
	const char *word = ends[markup->state].end;
	gsize length = strlen(word), n_left = (gsize)(in->end - in->at);
	const char *found = memmem(in->at, n_left, word, length);
	if (found == NULL) {
		pass_inside(markup, in, in->is_last ? n_left : n_left - MIN(n_left, length - 1));
		return in->is_last;
	}
	pass_inside(markup, in, (gsize)(found - in->at));
	markup->state == SUBSET_COMMENT ? drop(markup, in, length) : pass(markup, in, length);
	markup->state = ends[markup->state].next;
	return TRUE;
}

static gboolean
pass_declaration(OqRawMarkup *markup, Input *in)
{
	const char *at = in->at;
	while (at < in->end && *at != '>' && *at != '[')
		at++;
	pass(markup, in, (gsize)(at - in->at));
	if (at == in->end)
		return TRUE;
	markup->state = *at == '[' ? SUBSET : TEXT;
	*at == '[' ? drop(markup, in, 1) : pass(markup, in, 1);
	return TRUE;
}

/* A bracket in quotes, or in a comment, does not end it. */
static gboolean
leave_subset(OqRawMarkup *markup, Input *in)
{
	while (in->at < in->end && markup->state == SUBSET) {
		gboolean may_be_comment = markup->quote == '\0' && *in->at == '<';
		if (may_be_comment && in->end - in->at < 4 && !in->is_last)
			return FALSE;
		if (may_be_comment && begins(in, "<!--"))
			markup->state = SUBSET_COMMENT;
		else if (markup->quote == '\0' && *in->at == ']')
			markup->state = DECLARATION;
		note_quote(markup, *in->at);
		drop(markup, in, markup->state == SUBSET_COMMENT ? 4 : 1);
	}
	return TRUE;
}

/* FALSE: it has to be known what follows. */
static gboolean
pass_on(OqRawMarkup *markup, Input *in)
{
	switch (markup->state) {
	case TEXT:
		return pass_text(markup, in);
	case TAG:
		return pass_tag(markup, in);
	case SURPLUS:
		return leave_surplus(markup, in);
	case DECLARATION:
		return pass_declaration(markup, in);
	case SUBSET:
		return leave_subset(markup, in);
	default:
		return pass_up_to(markup, in);
	}
}

void
oq_raw_markup_add(
	OqRawMarkup *markup, const char *bytes, gsize n_bytes, gboolean is_last, GString *out)
{
	g_string_append_len(markup->rest, bytes, (gssize)n_bytes);
	Input in = {markup->rest->str, markup->rest->str + markup->rest->len, is_last, out};
	while (in.at < in.end && pass_on(markup, &in))
		;
	g_string_erase(markup->rest, 0, in.at - markup->rest->str);
}

guint
oq_raw_markup_fault_line(const OqRawMarkup *markup)
{
	return markup->fault_line;
}
