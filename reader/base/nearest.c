/* nearest.c - see the header. */
#include "base/nearest.h"

#include <string.h>

/* Nothing that is longer is anyone's slip. */
#define MAX_CHARACTERS 40

/* A word that only begins a name is as near as one with a slip. */
#define MIN_BEGINNING  3
#define BEGINNING_COST 1

typedef struct {
	gunichar characters[MAX_CHARACTERS];
	guint n_characters;
} Word;

/* FALSE: it cannot be compared. */
static gboolean
read_word(const char *text, Word *word)
{
	if (strlen(text) > MAX_CHARACTERS * 6 || !g_utf8_validate(text, -1, NULL))
		return FALSE;
	g_autofree char *folded = g_utf8_casefold(text, -1);
	word->n_characters = 0;
	for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
		if (word->n_characters == MAX_CHARACTERS)
			return FALSE;
		word->characters[word->n_characters++] = g_utf8_get_char(p);
	}
	return word->n_characters > 0;
}

static gboolean
has_swapped(const Word *word, const Word *other, guint i, guint k)
{
	return i > 1 && k > 1 && word->characters[i - 1] == other->characters[k - 2] &&
	       word->characters[i - 2] == other->characters[k - 1];
}

/* Damerau and Levenshtein's, where what was swapped is not changed again. A row holds the distances
 * of the first i characters of the word from each beginning of the other one. */
static guint
distance(const Word *word, const Word *other)
{
	guint rows[3][MAX_CHARACTERS + 1];
	for (guint k = 0; k <= other->n_characters; k++)
		rows[0][k] = k;
	for (guint i = 1; i <= word->n_characters; i++) {
		guint *row = rows[i % 3];
		const guint *before = rows[(i + 2) % 3];
		row[0] = i;
		for (guint k = 1; k <= other->n_characters; k++) {
			gboolean differs = word->characters[i - 1] != other->characters[k - 1];
			row[k] = MIN(MIN(before[k], row[k - 1]) + 1, before[k - 1] + differs);
			if (has_swapped(word, other, i, k))
				row[k] = MIN(row[k], rows[(i + 1) % 3][k - 2] + 1);
		}
	}
	return rows[word->n_characters % 3][other->n_characters];
}

static gboolean
begins(const Word *word, const Word *name)
{
	return word->n_characters >= MIN_BEGINNING && word->n_characters < name->n_characters &&
	       memcmp(word->characters, name->characters,
		       word->n_characters * sizeof *word->characters) == 0;
}

gint
oq_nearest_find(const char *word, const char *const *names)
{
	Word wanted, name;
	gint nearest = -1;
	guint least = G_MAXUINT;
	if (!read_word(word, &wanted))
		return -1;
	for (gint i = 0; names[i] != NULL; i++) {
		if (!read_word(names[i], &name))
			continue;
		guint n_changes = distance(&wanted, &name);
		guint n_allowed = MIN(wanted.n_characters, name.n_characters) / 3;
		if (begins(&wanted, &name))
			n_changes = MIN(n_changes, BEGINNING_COST);
		if (n_changes > n_allowed || n_changes >= least)
			continue;
		least = n_changes;
		nearest = i;
	}
	return nearest;
}
