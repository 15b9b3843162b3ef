#include "checks.h"

#include "numeral.h"
#include "said.h"

#include "text/characters/composed.h"
#include "text/characters/escapes.h"
#include "text/characters/utf8.h"
#include "text/normalizer.h"
#include "text/segments/segmenter.h"
#include "text/spelling.h"

#include <stdlib.h>
#include <string.h>

#define LONG_BYTES (3 * OQ_SEGMENTER_MAX_BYTES)

/* Written out here once more, so that a slip in signs.c is found. */
#define KEPT_PUNCTUATION ".,:;!?()\"'-«»…‐‑‒–—―‘’‚‛“”„‟"

/* A text that is being read. */
typedef struct {
	const OqLexicon *lexicon;
	const OqDictionary *dictionary;
	const GString *bytes;
	GString *source; /* the decoded bytes */
	guint32 hash;
	OqPunctuation punctuation;
	OqLanguages languages;
	OqSkips skips;
} Reading;

static void G_GNUC_PRINTF(3, 4) G_GNUC_NORETURN
	fail(const GString *bytes, const OqUtterance *utterance, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	g_autofree char *what = g_strdup_vprintf(format, arguments);
	va_end(arguments);
	g_printerr("%s\n", what);
	if (utterance != NULL)
		g_printerr("  written  %s\n  spoken   %s\n", utterance->text->str,
			utterance->spoken->str);
	g_autofree char *shown = g_strescape(bytes->len < 2000 ? bytes->str : "(long)", NULL);
	g_printerr("  bytes    %s\n", shown);
	abort();
}

guint32
checks_hash(const char *bytes, gsize n_bytes)
{
	guint32 hash = 2166136261; /* FNV-1a */
	for (gsize i = 0; i < n_bytes; i++)
		hash = (hash ^ (guchar)bytes[i]) * 16777619;
	return hash ^ hash >> 15;
}

static gboolean
is_kept(gunichar c)
{
	return c == ' ' || g_utf8_strchr(KEPT_PUNCTUATION, -1, c) != NULL;
}

static gboolean
is_mark(gunichar c)
{
	GUnicodeType type = g_unichar_type(c);
	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_SPACING_MARK;
}

/* Behind the [[phonemes]] of a dictionary, which are ASCII. */
static const char *
skip_sounds(const Reading *reading, const char *p)
{
	if (reading->dictionary == NULL || strncmp(p, "[[", 2) != 0)
		return p;
	const char *end = strstr(p, "]]");
	return end != NULL ? end + 2 : p;
}

/* Whether a byte is of a word for the Russian voice, which reads figures; @at goes on from byte to
 * byte. */
static gboolean
is_in_russian(const OqUtterance *utterance, gsize byte, guint *at)
{
	while (*at < utterance->words->len && oq_utterance_word(utterance, *at)->spoken_end <= byte)
		*at += 1;
	const OqWord *word = *at < utterance->words->len ? oq_utterance_word(utterance, *at) : NULL;
	return word != NULL && word->spoken_start <= byte && word->lang == OQ_LANG_RU;
}

static void
check_characters(const Reading *reading, const OqUtterance *utterance)
{
	const char *spoken = utterance->spoken->str;
	gboolean in_word = FALSE;
	guint at = 0;
	if (!g_utf8_validate(spoken, utterance->spoken->len, NULL))
		fail(reading->bytes, utterance, "what is spoken is not UTF-8");
	for (const char *p = spoken; *(p = skip_sounds(reading, p)) != '\0';
		p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		in_word = g_unichar_isalpha(c) || (in_word && is_mark(c));
		if (g_ascii_isdigit(c) && c < 0x80 && is_in_russian(utterance, p - spoken, &at))
			continue;
		if (!in_word && !is_kept(c))
			fail(reading->bytes, utterance, "U+%04X reaches the engine", c);
	}
}

static gboolean
is_of_word(const char *p)
{
	gunichar c = g_utf8_get_char(p);
	return g_unichar_isalpha(c) || is_mark(c);
}

/* A run of letters of a word. */
static const char *
run_end(const char *p, const char *end)
{
	while (p < end && is_of_word(p))
		p = g_utf8_next_char(p);
	return p;
}

/* An acronym, or the user's own word. */
static gboolean
may_be_roman(const Reading *reading, const OqWord *word)
{
	OqSlice written = {reading->source->str + word->start, word->end - word->start};
	return oq_lexicon_acronym(reading->lexicon, written) != NULL ||
	       (reading->dictionary != NULL && g_strcmp0(word->rule, "dictionary") == 0);
}

/* One of the two words that xxiға is, which is no number. */
static gboolean
is_part(const OqUtterance *utterance, const OqWord *word)
{
	const char *spoken = utterance->spoken->str;
	const char *start = spoken + word->spoken_start, *end = spoken + word->spoken_end;
	return is_of_word(end) || (start > spoken && is_of_word(g_utf8_prev_char(start)));
}

static void
check_lang(const Reading *reading, const OqUtterance *utterance, const OqWord *word)
{
	if (word->lang >= OQ_N_LANGS)
		fail(reading->bytes, utterance, "%d is no language", word->lang);
	if (word->lang != OQ_LANG_KK && !oq_lang_is_in(word->lang, reading->languages))
		fail(reading->bytes, utterance, "a word is %s, which is off",
			oq_lang_name(word->lang));
}

static void
check_roman(const Reading *reading, const OqUtterance *utterance, const OqWord *word)
{
	const char *end = utterance->spoken->str + word->spoken_end;
	if (is_part(utterance, word))
		return;
	for (const char *p = utterance->spoken->str + word->spoken_start; p < end;) {
		const char *behind = run_end(p, end);
		if (numeral_is_roman(p, behind) && !may_be_roman(reading, word))
			fail(reading->bytes, utterance, "%.*s is said as it is written",
				(int)(behind - p), p);
		p = behind == p ? g_utf8_next_char(p) : behind;
	}
}

static gboolean
has_letter(const char *p, const char *end)
{
	for (; p < end; p = g_utf8_next_char(p))
		if (g_unichar_isalpha(g_utf8_get_char(p)))
			return TRUE;
	return FALSE;
}

static void
check_word(const Reading *reading, const OqUtterance *utterance, guint i)
{
	const OqWord *word = oq_utterance_word(utterance, i);
	const OqWord *before = i > 0 ? oq_utterance_word(utterance, i - 1) : NULL;
	const char *spoken = utterance->spoken->str;
	guint32 from = before != NULL ? before->spoken_end : 0;
	if (word->start < (before != NULL ? before->start : utterance->start) ||
		word->start >= word->end || word->end > utterance->end)
		fail(reading->bytes, utterance, "word %u comes from elsewhere", i);
	if (word->spoken_start < from || word->spoken_start >= word->spoken_end ||
		word->spoken_end > utterance->spoken->len)
		fail(reading->bytes, utterance, "word %u is spoken elsewhere", i);
	if (has_letter(spoken + from, spoken + word->spoken_start))
		fail(reading->bytes, utterance, "letters before word %u are of no word", i);
	if (memchr(spoken + word->spoken_start, ' ', word->spoken_end - word->spoken_start) != NULL)
		fail(reading->bytes, utterance, "word %u is two", i);
	check_lang(reading, utterance, word);
	check_roman(reading, utterance, word);
}

static void
check_words(const Reading *reading, const OqUtterance *utterance)
{
	guint n_words = utterance->words->len;
	for (guint i = 0; i < n_words; i++)
		check_word(reading, utterance, i);
	guint32 end = n_words > 0 ? oq_utterance_word(utterance, n_words - 1)->spoken_end : 0;
	if (has_letter(
		    utterance->spoken->str + end, utterance->spoken->str + utterance->spoken->len))
		fail(reading->bytes, utterance, "letters at the end are of no word");
}

static void
check_gap(const Reading *reading, guint64 start, guint64 end)
{
	const OqLetters *letters = oq_lexicon_letters(reading->lexicon);
	const char *source = reading->source->str;
	const char *source_end = source + reading->source->len;
	for (const char *p = source + start; p < source + end;) {
		gsize n_escape = oq_escapes_length(p, source_end, TRUE);
		OqCharClass class = oq_letters_class(letters, g_utf8_get_char(p));
		if (n_escape == 0 && class != OQ_CHAR_SPACE && class != OQ_CHAR_NEWLINE)
			fail(reading->bytes, NULL, "byte %u is in no utterance",
				(guint)(p - source));
		p = n_escape > 0 ? p + n_escape : g_utf8_next_char(p);
	}
}

/* Returns its end. */
static guint64
check_utterance(const Reading *reading, const OqUtterance *utterance, guint64 before)
{
	gsize length = utterance->end - utterance->start;
	OqSlice text = {utterance->text->str, utterance->text->len};
	if (utterance->start < before || utterance->start >= utterance->end ||
		utterance->end > reading->source->len)
		fail(reading->bytes, utterance, "an utterance comes from elsewhere");
	check_gap(reading, before, utterance->start);
	if (utterance->text->len != length ||
		memcmp(utterance->text->str, reading->source->str + utterance->start, length) != 0)
		fail(reading->bytes, utterance, "an utterance is not as it was written");
	gsize n_seen = length - said_hidden_bytes(utterance);
	if (n_seen > OQ_SEGMENTER_MAX_BYTES * (oq_composed_is_needed(text) ? 2u : 1u))
		fail(reading->bytes, utterance, "an utterance of %u bytes", (guint)n_seen);
	check_characters(reading, utterance);
	check_words(reading, utterance);
	if (!said_has_sound_doubts(reading->lexicon, utterance))
		fail(reading->bytes, utterance, "a doubt is not where it should be");
	if (!said_leaves_out(utterance) || (reading->skips == 0 && utterance->left_out->len > 0))
		fail(reading->bytes, utterance, "what is left out is of elsewhere or of a word");
	if (utterance->left_out->len > 0)
		return utterance->end;
	gunichar lost = said_find_lost(utterance, reading->punctuation);
	if (lost != 0)
		fail(reading->bytes, utterance, "U+%04X is not said", lost);
	return utterance->end;
}

/* All that an utterance holds, as a line. */
static void
append_utterance(GString *out, const OqUtterance *utterance)
{
	g_string_append_printf(out,
		"%" G_GUINT64_FORMAT "+%u, paragraph %u, break %d: %s:", utterance->start,
		(guint)utterance->text->len, utterance->paragraph, utterance->follows,
		utterance->spoken->str);
	for (guint i = 0; i < utterance->words->len; i++) {
		const OqWord *word = oq_utterance_word(utterance, i);
		g_string_append_printf(out, " %u-%u=%u-%u", (guint)word->start, (guint)word->end,
			word->spoken_start, word->spoken_end);
	}
	for (guint i = 0; i < utterance->left_out->len; i++) {
		const OqLeftOut *range = &g_array_index(utterance->left_out, OqLeftOut, i);
		g_string_append_printf(out, " -%u", (guint)range->start);
	}
	g_string_append_c(out, '\n');
}

static void
take(const Reading *reading, OqNormalizer *normalizer, guint64 *end, GString *out)
{
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	while (oq_normalizer_next(normalizer, &utterance)) {
		*end = check_utterance(reading, &utterance, *end);
		append_utterance(out, &utterance);
	}
}

/* Returns all utterances, as lines. */
static char *
read_in_pieces(const Reading *reading, guint32 min_piece, guint32 max_piece)
{
	OqTaste taste = {.punctuation = reading->punctuation,
		.languages = reading->languages,
		.skips = reading->skips,
		.written_pauses = reading->skips != 0,
		.quotes = reading->skips != 0};
	g_autoptr(OqNormalizer) normalizer =
		oq_normalizer_new(reading->lexicon, reading->dictionary, &taste);
	g_autoptr(GString) decoded = g_string_new(NULL);
	OqUtf8 utf8;
	oq_utf8_init(&utf8);
	GString *out = g_string_new(NULL);
	guint64 end = 0;
	guint32 random = reading->hash;
	for (gsize at = 0, n_piece; at < reading->bytes->len; at += n_piece) {
		random = random * 1664525 + 1013904223;
		n_piece = min_piece + (random >> 8) % (max_piece - min_piece + 1);
		n_piece = MIN(n_piece, reading->bytes->len - at);
		oq_utf8_feed(&utf8, reading->bytes->str + at, n_piece, decoded);
		oq_normalizer_feed(normalizer, decoded->str, decoded->len);
		g_string_truncate(decoded, 0);
		take(reading, normalizer, &end, out);
	}
	oq_utf8_finish(&utf8, decoded);
	oq_normalizer_feed(normalizer, decoded->str, decoded->len);
	oq_normalizer_end(normalizer);
	take(reading, normalizer, &end, out);
	check_gap(reading, end, reading->source->len);
	return g_string_free(out, FALSE);
}

static void
check_same(const Reading *reading, const char *whole, const char *pieces)
{
	gsize line = 0, at = 0;
	for (; whole[at] == pieces[at]; at++) {
		if (whole[at] == '\0')
			return;
		line = whole[at] == '\n' ? at + 1 : line;
	}
	fail(reading->bytes, NULL, "in pieces the text becomes\n%.600s\nnot\n%.600s", pieces + line,
		whole + line);
}

static void
decode(const GString *bytes, GString *source)
{
	OqUtf8 utf8;
	oq_utf8_init(&utf8);
	oq_utf8_feed(&utf8, bytes->str, bytes->len, source);
	oq_utf8_finish(&utf8, source);
}

/* One text in two is read as a whole, the others with all or some of it left out. */
static OqSkips
skips_of(guint32 hash)
{
	OqSkips some = (hash >> 20) & OQ_SKIPS_ALL;
	return (hash >> 4) % 4 == 0 ? OQ_SKIPS_ALL : (hash >> 4) % 4 == 1 ? some : 0;
}

void
checks_read(
	const OqLexicon *lexicon, const OqDictionary *dictionary, const char *bytes, gsize n_bytes)
{
	guint32 hash = checks_hash(bytes, n_bytes);
	g_autoptr(GString) text = g_string_new_len(bytes, n_bytes);
	while ((hash >> 8) % 512 == 0 && n_bytes > 0 && text->len < LONG_BYTES)
		g_string_append_len(text, bytes, n_bytes);
	g_autoptr(GString) source = g_string_new(NULL);
	decode(text, source);
	Reading reading = {lexicon, dictionary, text, source, hash, hash % OQ_PUNCTUATION_SPELLING,
		(hash >> 12) % (OQ_LANGUAGES_ALL + 1), skips_of(hash)};
	guint32 max_piece = (hash >> 16) % 8 == 0 ? text->len / 3 + 1 : (hash >> 16) % 16 + 1;
	g_autofree char *pieces = read_in_pieces(&reading, 1, max_piece);
	if ((hash >> 24) % 4 != 0)
		return;
	g_autofree char *whole = read_in_pieces(&reading, text->len, text->len);
	check_same(&reading, whole, pieces);
}

void
checks_read_at(
	const OqLexicon *lexicon, OqPunctuation punctuation, const char *bytes, gsize n_bytes)
{
	g_autoptr(GString) text = g_string_new_len(bytes, n_bytes);
	g_autoptr(GString) source = g_string_new(NULL);
	decode(text, source);
	Reading reading = {lexicon, NULL, text, source, 0, punctuation, OQ_LANGUAGES_ALL, 0};
	g_free(read_in_pieces(&reading, n_bytes, n_bytes));
}

void
checks_spell(const OqLexicon *lexicon, const char *bytes, gsize n_bytes)
{
	g_autoptr(GString) text = g_string_new_len(bytes, n_bytes);
	g_string_truncate(text, strlen(text->str)); /* it ends at a NUL */
	g_autoptr(GString) source = g_string_new(NULL);
	decode(text, source);
	Reading reading = {lexicon, NULL, text, source, 0, OQ_PUNCTUATION_SPELLING, 0, 0};
	g_autoptr(OqSpelling) spelling = oq_spelling_new(lexicon, text->str);
	g_auto(OqUtterance) utterance;
	oq_utterance_init(&utterance);
	for (guint64 end = 0; oq_spelling_next(spelling, &utterance);)
		end = check_utterance(&reading, &utterance, end);
}
