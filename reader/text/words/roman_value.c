/* roman_value.c - see the header. */
#include "text/words/roman_value.h"

#include "text/characters/numerics.h"

#include <string.h>

#define MAX_LETTERS 15 /* of 3888, which has the most */
#define MAX_SMALL   49 /* beyond it there are words: mix, civil */

/* The letters of one, five and ten in each decimal place. */
static const char places[][4] = {"M--", "CDM", "XLC", "IVX"};

/* FALSE when there is any other letter, or too many. */
static gboolean
to_latin(OqSlice word, char letters[MAX_LETTERS + 1])
{
	guint n = 0;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		char of_form[OQ_NUMERICS_MAX_CHARS + 1] = {oq_roles_roman(c)};
		if (oq_numerics_is_roman(c))
			oq_numerics_roman(c, of_form);
		gsize n_letters = strlen(of_form);
		if (n_letters == 0 || n + n_letters > MAX_LETTERS)
			return FALSE;
		memcpy(letters + n, of_form, n_letters);
		n += n_letters;
	}
	letters[n] = '\0';
	return TRUE;
}

/* I II III IV V VI VII VIII IX, or the same of tens, hundreds, thousands; 0: there is none. */
static guint
read_place(const char **p, const char letters[4])
{
	char one = letters[0], five = letters[1], ten = letters[2];
	if ((*p)[0] == one && ((*p)[1] == five || (*p)[1] == ten)) {
		*p += 2;
		return (*p)[-1] == five ? 4 : 9;
	}
	guint value = 0;
	if (**p == five) {
		value = 5;
		*p += 1;
	}
	for (guint n = 0; n < 3 && **p == one; n++, *p += 1)
		value++;
	return value;
}

static guint
evaluate(const char *letters)
{
	guint value = 0;
	for (guint i = 0; i < G_N_ELEMENTS(places); i++)
		value = value * 10 + read_place(&letters, places[i]);
	return *letters == '\0' ? value : 0;
}

guint
oq_roman_value(const OqSentence *sentence, const OqToken *token)
{
	char letters[MAX_LETTERS + 1];
	if (!oq_token_is_word(token) || !token->all_capitals || token->n_chars > MAX_LETTERS ||
		!to_latin(oq_sentence_text(sentence, token), letters) ||
		!(oq_numerics_is_roman(token->sign) || strpbrk(letters, "IVX") != NULL))
		return 0;
	return evaluate(letters);
}

guint
oq_roman_value_small(const OqSentence *sentence, const OqToken *token)
{
	char letters[MAX_LETTERS + 1] = "";
	if (!oq_token_is_word(token) || token->any_capital || token->n_chars > MAX_LETTERS)
		return 0;
	OqSlice word = oq_sentence_text(sentence, token);
	for (gsize i = 0; i < word.length; i++) {
		if (strchr("ivxl", word.data[i]) == NULL)
			return 0;
		letters[i] = g_ascii_toupper(word.data[i]);
	}
	guint value = evaluate(letters);
	return value <= MAX_SMALL && token->n_chars > 1 ? value : 0;
}

guint
oq_roman_value_of_form(gunichar c)
{
	char letters[OQ_NUMERICS_MAX_CHARS + 1];
	oq_numerics_roman(c, letters);
	return evaluate(letters);
}
