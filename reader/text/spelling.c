/* spelling.c - see the header. */
#include "text/spelling.h"

#include "text/characters/numerics.h"
#include "text/characters/utf8.h"
#include "text/rules/signs.h"
#include "text/words/numerals.h"

#include <string.h>

#define MAX_CHARS_AT_ONCE 32
#define RULE              "spelling"

struct _OqSpelling {
	const OqLexicon *lexicon;
	GString *text;
	GString *name; /* scratch */
	gsize n_done;  /* bytes */
};

OqSpelling *
oq_spelling_new(const OqLexicon *lexicon, const char *text)
{
	OqSpelling *spelling = g_new0(OqSpelling, 1);
	spelling->lexicon = lexicon;
	spelling->text = g_string_new(NULL);
	spelling->name = g_string_new(NULL);
	OqUtf8 utf8;
	oq_utf8_init(&utf8);
	oq_utf8_feed(&utf8, text, strlen(text), spelling->text);
	oq_utf8_finish(&utf8, spelling->text);
	return spelling;
}

void
oq_spelling_free(OqSpelling *spelling)
{
	if (spelling == NULL)
		return;
	g_string_free(spelling->text, TRUE);
	g_string_free(spelling->name, TRUE);
	g_free(spelling);
}

void
oq_spelling_rewind(OqSpelling *spelling)
{
	spelling->n_done = 0;
}

static void
append_name(GString *out, const char *name)
{
	if (out->len > 0)
		g_string_append_c(out, ' ');
	g_string_append(out, name);
}

/* NULL: the tables have no name for it. */
static const char *
find_name(const OqLexicon *lexicon, gunichar character)
{
	char utf8[6];
	OqSlice slice = {utf8, g_unichar_to_utf8(character, utf8)};
	int digit = g_unichar_digit_value(character);
	if (digit >= 0)
		return oq_lexicon_number(lexicon, digit)->word;
	const char *name = oq_letters_name(oq_lexicon_letters(lexicon), character);
	if (name == NULL)
		name = oq_lexicon_sign(lexicon, character, OQ_PUNCTUATION_SPELLING);
	return name != NULL ? name : oq_lexicon_currency(lexicon, slice);
}

static const char *
general_name(const OqLexicon *lexicon, gunichar character)
{
	if (g_unichar_isalpha(character))
		return oq_lexicon_word(lexicon, OQ_WORD_UNKNOWN_LETTER);
	const char *name = oq_signs_general_name(lexicon, character);
	return name != NULL ? name : oq_lexicon_word(lexicon, OQ_WORD_INVISIBLE_SIGN);
}

static void say_character(const OqLexicon *lexicon, gunichar character, GString *out);

/* ㈠ by its value, Ⅳ and ½ by their parts; FALSE: neither is known. */
static gboolean
say_number(const OqLexicon *lexicon, gunichar character, GString *out)
{
	int value = oq_numerics_value(character);
	if (value >= 0) {
		char digits[16];
		g_snprintf(digits, sizeof digits, "%d", value);
		oq_numerals_cardinal(lexicon, oq_slice(digits), out);
		return TRUE;
	}
	gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n_parts = g_unichar_fully_decompose(character, TRUE, parts, G_N_ELEMENTS(parts));
	if (!oq_numerics_is_number(character) || parts[0] == character)
		return FALSE;
	for (gsize i = 0; i < n_parts; i++)
		say_character(lexicon, parts[i], out);
	return TRUE;
}

/* é is e with an acute. */
static void
say_character(const OqLexicon *lexicon, gunichar character, GString *out)
{
	gunichar base, mark;
	const char *name = find_name(lexicon, character);
	if (name == NULL && say_number(lexicon, character, out))
		return;
	if (g_unichar_isupper(character))
		append_name(out, oq_lexicon_word(lexicon, OQ_WORD_CAPITAL));
	if (name == NULL && g_unichar_decompose(character, &base, &mark) && mark != 0) {
		say_character(lexicon, g_unichar_tolower(base), out);
		say_character(lexicon, mark, out);
		return;
	}
	append_name(out, name != NULL ? name : general_name(lexicon, character));
}

gboolean
oq_spelling_next(OqSpelling *spelling, OqUtterance *utterance)
{
	const char *start = spelling->text->str + spelling->n_done, *p = start;
	gboolean word_ended = FALSE;
	oq_utterance_reset(utterance);
	for (guint n = 0; *p != '\0' && n < MAX_CHARS_AT_ONCE && !word_ended; n++) {
		guint64 position = p - spelling->text->str;
		gunichar character = g_utf8_get_char(p);
		p = g_utf8_next_char(p);
		word_ended = g_unichar_isspace(character);
		g_string_truncate(spelling->name, 0);
		say_character(spelling->lexicon, character, spelling->name);
		if (n > 0)
			g_string_append_c(utterance->spoken, ',');
		oq_utterance_say(
			utterance, spelling->name->str, position, p - spelling->text->str, RULE);
	}
	g_string_append_len(utterance->text, start, p - start);
	utterance->start = spelling->n_done;
	spelling->n_done = utterance->end = p - spelling->text->str;
	utterance->paragraph = 1;
	utterance->follows = *p == '\0' ? OQ_BREAK_PARAGRAPH : OQ_BREAK_CLAUSE;
	return p > start;
}
