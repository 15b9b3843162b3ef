/* entry.c - see the header. */
#include "text/rules/entry.h"

#include "text/rules/rule.h"
#include <glib/gi18n.h>
#include <string.h>

/* eSpeak has room for 200 phonemes in a word, and endings may come behind them. */
#define MAX_SOUNDS 100

static void
clear_part(gpointer data)
{
	OqEntryPart *part = data;
	g_free(part->lower);
	g_free(part->exact);
}

void
oq_entry_free(OqEntry *entry)
{
	if (entry == NULL)
		return;
	g_array_unref(entry->parts);
	g_free(entry->spoken);
	g_free(entry);
}

const OqEntryPart *
oq_entry_part(const OqEntry *entry, guint index)
{
	return &g_array_index(entry->parts, OqEntryPart, index);
}

static void
add_part(OqEntry *entry, const OqLetters *letters, const char *written, const OqToken *token)
{
	OqSlice text = {written + token->start, token->end - token->start};
	g_autoptr(GString) lower = g_string_new(NULL);
	oq_letters_lower(letters, text, lower);
	OqEntryPart part = {
		.lower = g_strdup(lower->str),
		.exact = entry->is_exact ? g_strndup(text.data, text.length) : NULL,
		.has_gap = token->gap,
		.is_dash = oq_token_is_dash(token),
	};
	g_array_append_val(entry->parts, part);
}

static gboolean
read_written(OqEntry *entry, const OqLetters *letters, const char *written)
{
	g_autoptr(GArray) tokens = g_array_new(FALSE, FALSE, sizeof(OqToken));
	oq_tokens_split(letters, oq_slice(written), tokens);
	if (tokens->len == 0)
		return FALSE;
	const OqToken *last = &g_array_index(tokens, OqToken, tokens->len - 1);
	entry->is_stem = tokens->len > 1 && oq_token_is_dash(last) && !last->gap;
	for (guint i = 0; i < tokens->len - entry->is_stem; i++)
		add_part(entry, letters, written, &g_array_index(tokens, OqToken, i));
	return TRUE;
}

static gboolean
are_sounds(const char *piece)
{
	gsize length = strlen(piece);
	for (gsize i = 0; i < length; i++)
		if (!g_ascii_isgraph(piece[i]) || strchr("[]", piece[i]) != NULL)
			return FALSE;
	return length <= MAX_SOUNDS;
}

static gboolean
is_word(const OqLetters *letters, const char *piece)
{
	gboolean has_letter = FALSE, in_letters = FALSE;
	for (const char *p = piece; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		OqCharClass class = oq_letters_class(letters, c);
		gboolean is_letter = class == OQ_CHAR_LETTER || class == OQ_CHAR_UPPER;
		has_letter |= is_letter;
		in_letters = is_letter || (in_letters && class == OQ_CHAR_MARK);
		if (!in_letters && c != '-' && c != '\'')
			return FALSE;
	}
	return has_letter;
}

/* "[[a b]] с" becomes "[[a]] [[b]] с": words that stand by themselves. NULL: cannot be said. */
static char *
read_spoken(OqEntry *entry, const OqLetters *letters, const char *cell)
{
	g_auto(GStrv) pieces = g_strsplit(cell, " ", -1);
	g_autoptr(GString) spoken = g_string_new(NULL);
	gboolean sounds = FALSE;
	for (guint i = 0; pieces[i] != NULL; i++) {
		char *piece = pieces[i];
		gboolean opens = !sounds && g_str_has_prefix(piece, OQ_ENTRY_SOUNDS);
		sounds |= opens;
		piece += opens ? strlen(OQ_ENTRY_SOUNDS) : 0;
		gboolean closes = sounds && g_str_has_suffix(piece, "]]");
		if (closes)
			piece[strlen(piece) - strlen("]]")] = '\0';
		if (piece[0] != '\0') {
			if (sounds ? !are_sounds(piece) : !is_word(letters, piece))
				return NULL;
			g_string_append_printf(spoken, sounds ? "%s[[%s]]" : "%s%s",
				spoken->len > 0 ? " " : "", piece);
			entry->ends_in_sounds = sounds;
		}
		sounds &= !closes;
	}
	return !sounds && spoken->len > 0 ? g_string_free(g_steal_pointer(&spoken), FALSE) : NULL;
}

static gboolean
ends_in_possessive(const OqLexicon *lexicon, OqSlice words)
{
	const OqSuffix *possessive = oq_lexicon_suffix(lexicon, OQ_NAMED_POSSESSIVE);
	for (guint i = 0; i < 2 * OQ_N_ENDINGS; i++) {
		const char *form = possessive->forms[i / 2].form[i % 2];
		if (form != NULL && oq_slice_has_suffix(words, oq_slice(form)))
			return TRUE;
	}
	return FALSE;
}

/* Several words whose last one ends in ы or і are most often a name like Қазақстан Республикасы,
 * but not Ескі Алматы. */
static gboolean
is_possessed(const OqLexicon *lexicon, const char *spoken)
{
	const char *space = strrchr(spoken, ' ');
	if (space == NULL || !ends_in_possessive(lexicon, oq_slice(spoken)))
		return FALSE;
	g_autoptr(GString) last = g_string_new(NULL);
	oq_letters_lower(oq_lexicon_letters(lexicon), oq_slice(space + 1), last);
	OqSlice word = {last->str, last->len};
	return oq_lexicon_numeral(lexicon, word) == NULL &&
	       (oq_lexicon_context(lexicon, word, FALSE) & OQ_CONTEXT_UNPOSSESSED) == 0;
}

OqEntry *
oq_entry_new(const OqLexicon *lexicon, const char *written, const char *spoken, const char *exact,
	const char **why)
{
	const OqLetters *letters = oq_lexicon_letters(lexicon);
	g_autoptr(OqEntry) entry = g_new0(OqEntry, 1);
	entry->parts = g_array_new(FALSE, FALSE, sizeof(OqEntryPart));
	g_array_set_clear_func(entry->parts, clear_part);
	entry->is_exact = exact[0] != '\0';
	if (!read_written(entry, letters, written) || spoken[0] == '\0') {
		*why = _("“written” and “spoken” need something that can be said");
		return NULL;
	}
	if (entry->parts->len > OQ_ENTRY_MAX_PARTS) {
		*why = _("“written” has more than 64 words and signs: leave some out");
		return NULL;
	}
	if (entry->is_exact && strcmp(exact, "exact") != 0) {
		*why = _("the column “exact” holds “exact” or nothing");
		return NULL;
	}
	entry->spoken = read_spoken(entry, letters, spoken);
	if (entry->spoken == NULL) {
		*why = _("what is said is words in letters, or eSpeak's phonemes in [[ ]], at "
			 "most 100 a word; write numbers and signs in words");
		return NULL;
	}
	while (g_str_has_suffix(entry->spoken, "-")) /* as "written" may end: Тенгри- */
		entry->spoken[strlen(entry->spoken) - 1] = '\0';
	entry->is_possessed = is_possessed(lexicon, entry->spoken);
	return g_steal_pointer(&entry);
}

/* The longer of two stems goes before. */
static int
compare_parts(const OqEntryPart *a, const OqEntryPart *b)
{
	int order = strcmp(b->lower, a->lower);
	if (order == 0)
		order = (int)a->has_gap - (int)b->has_gap;
	return order != 0 ? order : g_strcmp0(a->exact, b->exact);
}

int
oq_entry_compare(const OqEntry *a, const OqEntry *b)
{
	if (a->parts->len != b->parts->len)
		return a->parts->len > b->parts->len ? -1 : 1;
	if (a->is_exact != b->is_exact)
		return a->is_exact ? -1 : 1;
	int order = (int)a->is_stem - (int)b->is_stem;
	for (guint i = 0; order == 0 && i < a->parts->len; i++)
		order = compare_parts(oq_entry_part(a, i), oq_entry_part(b, i));
	return order;
}
