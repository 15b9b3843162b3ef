/* latin.c - see the header. */
#include "text/languages/latin.h"

#include <string.h>

#define MAX_LETTERS  4 /* of a row of latin.tsv */
#define MAX_MATERIAL 8 /* characters that one letter is put together of */

static gboolean
is_latin(gunichar c)
{
	return oq_letters_is_latin(c) && g_unichar_isalpha(c);
}

gboolean
oq_latin_any(OqSlice words)
{
	for (gsize i = 0; i < words.length; i++) {
		guchar byte = (guchar)words.data[i];
		gboolean lead = (byte >= 0xC3 && byte <= 0xC9) || byte == 0xE1;
		if (g_ascii_isalpha(byte) || (lead && is_latin(g_utf8_get_char(words.data + i))))
			return TRUE;
	}
	return FALSE;
}

static const char *
run_end(const char *p, const char *end)
{
	while (p < end && (is_latin(g_utf8_get_char(p)) || g_unichar_ismark(g_utf8_get_char(p))))
		p = g_utf8_next_char(p);
	return p;
}

/* é is e, ß is ss, ﬁ is fi. */
static void
append_plain(const OqLexicon *lexicon, GString *plain, gunichar c)
{
	gunichar material[MAX_MATERIAL];
	gsize n = g_unichar_fully_decompose(g_unichar_tolower(c), TRUE, material, MAX_MATERIAL);
	for (gsize i = 0; i < n; i++) {
		char utf8[6];
		OqSlice letter = {utf8, g_unichar_to_utf8(material[i], utf8)};
		const OqTransliteration *row = oq_lexicon_transliteration(lexicon, letter);
		if (material[i] < 0x80 && g_ascii_islower((char)material[i]))
			g_string_append_c(plain, (char)material[i]);
		else if (row != NULL && g_str_is_ascii(row->spoken))
			g_string_append(plain, row->spoken);
	}
}

static void
append_names(const OqLexicon *lexicon, const GString *plain, GString *out)
{
	for (gsize i = 0; i < plain->len; i++) {
		const char *name =
			oq_letters_name(oq_lexicon_letters(lexicon), (guchar)plain->str[i]);
		if (name == NULL)
			continue;
		if (i > 0)
			g_string_append_c(out, ' ');
		g_string_append(out, name);
	}
}

static void
append_letters(const OqLexicon *lexicon, const GString *plain, GString *out)
{
	for (gsize at = 0, length; at < plain->len; at += length) {
		const char *kazakh = NULL;
		for (length = MIN(MAX_LETTERS, plain->len - at); length > 0; length--) {
			kazakh = oq_lexicon_latin(lexicon, (OqSlice){plain->str + at, length});
			if (kazakh != NULL)
				break;
		}
		if (kazakh != NULL)
			g_string_append(out, kazakh);
		length = MAX(length, 1);
	}
}

void
oq_latin_respell(const OqLexicon *lexicon, OqSlice words, GString *out)
{
	const char *end = words.data + words.length;
	g_autoptr(GString) plain = g_string_new(NULL);
	g_string_truncate(out, 0);
	for (const char *p = words.data; p < end;) {
		const char *behind = run_end(p, end);
		g_string_truncate(plain, 0);
		for (const char *letter = p; letter < behind; letter = g_utf8_next_char(letter))
			append_plain(lexicon, plain, g_utf8_get_char(letter));
		if (behind > p && plain->len == 0)
			g_string_append(out, oq_lexicon_word(lexicon, OQ_WORD_UNKNOWN_LETTER));
		else if (plain->len > 0 && strpbrk(plain->str, "aeiouy") == NULL)
			append_names(lexicon, plain, out);
		else
			append_letters(lexicon, plain, out);
		if (behind == p) {
			behind = g_utf8_next_char(p);
			g_string_append_len(out, p, behind - p);
		}
		p = behind;
	}
}
