/* sayable.c - see the header. */
#include "text/words/sayable.h"

#define MAX_CLUSTER 4 /* consonants beside each other */
#define MAX_BYTES   4 /* of a letter in UTF-8 */

/* A run of letters, without those that have no sound. */
typedef struct {
	const OqLexicon *lexicon;
	gunichar letters[MAX_CLUSTER];
	guint n;
} Cluster;

static OqSyllable
ask(const OqLexicon *lexicon, gunichar first, gunichar second)
{
	char letters[2 * MAX_BYTES];
	guint n_bytes = (guint)g_unichar_to_utf8(first, letters);
	if (second != 0)
		n_bytes += (guint)g_unichar_to_utf8(second, letters + n_bytes);
	return oq_lexicon_syllable(lexicon, (OqSlice){letters, n_bytes});
}

/* Whether the neighbours from one letter up to another may all stand beside each other so. */
static gboolean
are(const Cluster *cluster, guint first, guint end, OqSyllable kind)
{
	const gunichar *letters = cluster->letters;
	for (guint i = first; i + 1 < end; i++)
		if ((ask(cluster->lexicon, letters[i], letters[i + 1]) & kind) == 0)
			return FALSE;
	return TRUE;
}

/* Those between two vowels end one syllable and begin the next: министр-лік, спорт-шы. */
static gboolean
divides(const Cluster *cluster)
{
	for (guint end = 1; end < cluster->n; end++)
		if (are(cluster, 0, end, OQ_SYLLABLE_CODA) &&
			are(cluster, end, cluster->n, OQ_SYLLABLE_ONSET))
			return TRUE;
	return cluster->n < 2;
}

static gboolean
may_be_neighbours(const OqLexicon *lexicon, gunichar vowel, gunichar next)
{
	return vowel == 0 || (ask(lexicon, vowel, 0) & OQ_SYLLABLE_BEFORE) != 0 ||
	       (ask(lexicon, next, 0) & OQ_SYLLABLE_BEHIND) != 0 ||
	       (ask(lexicon, vowel, next) & OQ_SYLLABLE_HIATUS) != 0;
}

/* The consonants before a vowel; the first vowel has them all in its syllable. */
static gboolean
is_passed(const Cluster *cluster, gunichar before, gunichar vowel)
{
	if (cluster->n == 0)
		return may_be_neighbours(cluster->lexicon, before, vowel);
	return before != 0 ? divides(cluster) : are(cluster, 0, cluster->n, OQ_SYLLABLE_ONSET);
}

gboolean
oq_sayable_is_word(const OqLexicon *lexicon, OqSlice word)
{
	const OqLetters *letters = oq_lexicon_letters(lexicon);
	Cluster cluster = {.lexicon = lexicon};
	gunichar vowel = 0;
	for (const char *p = word.data; p < word.data + word.length; p = g_utf8_next_char(p)) {
		gunichar letter = g_unichar_tolower(g_utf8_get_char(p));
		OqSound sound = oq_letters_sound(letters, letter);
		if (sound >= OQ_SOUND_BACK && sound <= OQ_SOUND_GLIDE_FRONT) {
			if (!is_passed(&cluster, vowel, letter))
				return FALSE;
			vowel = letter;
			cluster.n = 0;
		} else if (sound >= OQ_SOUND_SONORANT && sound <= OQ_SOUND_VOICELESS) {
			if (cluster.n == MAX_CLUSTER)
				return FALSE;
			cluster.letters[cluster.n++] = letter;
		}
	}
	return vowel != 0 && are(&cluster, 0, cluster.n, OQ_SYLLABLE_CODA);
}
