/* phonemes.c - see the header. */
#include "speech/espeak/phonemes.h"

#include "base/rows.h"

#include <string.h>

#define HOME   "(kk)" /* from here on Kazakh is spoken again */
#define PAUSES "_:!|;^"

struct _OqPhonemes {
	GHashTable *ipa; /* of a mnemonic */
};

/** Writing under way. */
typedef struct {
	const OqPhonemes *phonemes;
	const char *ipa; /* what is left of eSpeak's */
	gboolean away;   /* in another language, which is written already */
	GString *out;
} Writer;

enum { MNEMONIC, IPA };
static const char *const columns[] = {"mnemonic", "ipa", "note", NULL};

static gboolean
add_sound(gpointer into, const OqRow *row, G_GNUC_UNUSED GError **error)
{
	OqPhonemes *phonemes = into;
	g_hash_table_insert(phonemes->ipa, g_strdup(oq_row_cell(row, MNEMONIC)),
		g_strdup(oq_row_cell(row, IPA)));
	return TRUE;
}

OqPhonemes *
oq_phonemes_load(const char *path, GError **error)
{
	static const OqRows rows = {columns, 2, NULL, 0, add_sound};
	g_autoptr(OqPhonemes) phonemes = g_new0(OqPhonemes, 1);
	phonemes->ipa = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	return oq_rows_load(path, &rows, phonemes, error) ? g_steal_pointer(&phonemes) : NULL;
}

void
oq_phonemes_free(OqPhonemes *phonemes)
{
	if (phonemes == NULL)
		return;
	g_hash_table_unref(phonemes->ipa);
	g_free(phonemes);
}

static gboolean
is_switch(const char *mnemonic)
{
	return mnemonic[0] == '(' && g_str_has_suffix(mnemonic, ")");
}

/* The part in another language, with the switches on both its sides. */
static void
go_away(Writer *writer, const char *mnemonic)
{
	const char *start = strchr(writer->ipa, '(');
	if (start == NULL) {
		g_string_append(writer->out, mnemonic);
		return;
	}
	const char *home = strstr(start, HOME);
	const char *end = home != NULL ? home + strlen(HOME) : start + strlen(start);
	g_string_append_len(writer->out, start, end - start);
	writer->ipa = end;
	writer->away = TRUE;
}

/* eSpeak puts : behind the mnemonic of what is long. */
static void
write_sound(Writer *writer, const char *mnemonic)
{
	const char *ipa = g_hash_table_lookup(writer->phonemes->ipa, mnemonic);
	if (ipa == NULL && g_str_has_suffix(mnemonic, ":")) {
		g_autofree char *rest = g_strndup(mnemonic, strlen(mnemonic) - 1);
		write_sound(writer, rest);
		g_string_append(writer->out, "ː");
		return;
	}
	g_string_append(writer->out, ipa != NULL ? ipa : mnemonic);
}

/* A pause at the beginning of a sentence, such as _:, stands before the first sound unseparated. */
static void
write_mnemonic(Writer *writer, const char *mnemonic)
{
	if (writer->away) {
		writer->away = strcmp(mnemonic, HOME) != 0;
		return;
	}
	if (is_switch(mnemonic)) {
		go_away(writer, mnemonic);
		return;
	}
	if (mnemonic[0] == '_')
		mnemonic += strspn(mnemonic, PAUSES);
	if (mnemonic[0] == '\'')
		g_string_append(writer->out, "ˈ");
	if (mnemonic[0] == '\'' || mnemonic[0] == ',')
		mnemonic++;
	write_sound(writer, mnemonic);
}

static void
write_word(Writer *writer, const char *word)
{
	char separator[8] = {0};
	g_unichar_to_utf8(OQ_PHONEMES_SEPARATOR, separator);
	g_auto(GStrv) mnemonics = g_strsplit(word, separator, -1);
	for (guint i = 0; mnemonics[i] != NULL; i++)
		write_mnemonic(writer, mnemonics[i]);
}

char *
oq_phonemes_to_ipa(const OqPhonemes *phonemes, const char *mnemonics, const char *ipa)
{
	GString *out = g_string_new(NULL);
	Writer writer = {.phonemes = phonemes, .ipa = ipa, .out = out};
	g_auto(GStrv) words = g_strsplit(mnemonics, " ", -1);
	for (guint i = 0; words[i] != NULL; i++) {
		gsize before = out->len;
		if (before > 0)
			g_string_append_c(out, ' ');
		gsize word = out->len;
		write_word(&writer, words[i]);
		if (out->len == word)
			g_string_truncate(out, before);
	}
	return g_string_free(out, FALSE);
}
