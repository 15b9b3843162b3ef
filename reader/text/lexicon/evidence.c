/* evidence.c - see the header. */
#include "text/lexicon/evidence.h"

#include "text/characters/letters.h"

#include <string.h>

#define LETTER_BYTES   2 /* of Cyrillic in UTF-8 */
#define MIN_STEM_BYTES (2 * LETTER_BYTES)
#define MAX_CHARS      8 /* longer words count as this long */

/* Small letters; the last index is for all that are none. */
#define FIRST_LETTER OQ_LETTERS_SMALL_CYRILLIC
#define N_LETTERS    0x0100
#define N_INDICES    49
#define NO_LETTER    (N_INDICES - 1)
#define N_CODES      128 /* of Cyrillic */

typedef enum { WHAT_LETTER, WHAT_WORD, WHAT_ENDING } What;

typedef struct {
	What what;
	gint8 points;
} Kind;

static const Kind kinds[] = {
	[OQ_EVIDENCE_KK_LETTER] = {WHAT_LETTER, OQ_EVIDENCE_KAZAKH},
	[OQ_EVIDENCE_KK_WORD] = {WHAT_WORD, OQ_EVIDENCE_KAZAKH},
	[OQ_EVIDENCE_KK_ENDING] = {WHAT_ENDING, -1},
	[OQ_EVIDENCE_RU_WORD] = {WHAT_WORD, 2},
	[OQ_EVIDENCE_RU_WEAK] = {WHAT_WORD, 1},
	[OQ_EVIDENCE_RU_ENDING] = {WHAT_ENDING, 1},
	[OQ_EVIDENCE_RU_SURE_ENDING] = {WHAT_ENDING, 2},
	[OQ_EVIDENCE_BOTH] = {WHAT_WORD, 0},
};

/** What words with Russian points end in the same two letters. */
typedef struct {
	guint64 third;  /* bits: the index of the letter before them */
	guint8 lengths; /* bit n - 1 for n characters */
} Ends;

struct _OqEvidence {
	GHashTable *words; /* OqSlice * to OqEvidenceKind, as the next */
	GHashTable *endings;
	GPtrArray *keys; /* every OqSlice, and its text */
	gsize max_ending_bytes;
	gboolean kazakh[N_LETTERS];      /* by letter - FIRST_LETTER */
	guint8 index[N_CODES];           /* of a letter, by the low bits of its two bytes */
	Ends ends[N_INDICES][N_INDICES]; /* by the last two letters */
};

OqEvidence *
oq_evidence_new(void)
{
	OqEvidence *evidence = g_new0(OqEvidence, 1);
	evidence->words = g_hash_table_new(oq_slice_hash, oq_slice_equal);
	evidence->endings = g_hash_table_new(oq_slice_hash, oq_slice_equal);
	evidence->keys = g_ptr_array_new_with_free_func(g_free);
	for (gunichar i = 0; i < N_CODES; i++) {
		gunichar lower = g_unichar_tolower(OQ_LETTERS_FIRST_CYRILLIC + i);
		evidence->index[i] = MIN(lower - FIRST_LETTER, NO_LETTER);
	}
	return evidence;
}

void
oq_evidence_free(OqEvidence *evidence)
{
	if (evidence == NULL)
		return;
	g_hash_table_unref(evidence->words);
	g_hash_table_unref(evidence->endings);
	g_ptr_array_unref(evidence->keys);
	g_free(evidence);
}

/* Of the letter that ends before end. */
static inline guint
index_of(const OqEvidence *evidence, const char *start, const char *end)
{
	if (end - start < LETTER_BYTES || ((guchar)end[-2] & 0xFE) != 0xD0)
		return NO_LETTER;
	return evidence->index[((guchar)end[-2] & 1) << 6 | ((guchar)end[-1] & 0x3F)];
}

static void
mark_ends(OqEvidence *evidence, OqSlice value, What what)
{
	const char *end = value.data + value.length;
	guint n_chars = MIN(value.length / LETTER_BYTES, MAX_CHARS);
	guint last = index_of(evidence, value.data, end);
	guint before = index_of(evidence, value.data, end - LETTER_BYTES);
	guint third =
		n_chars > 2 ? index_of(evidence, value.data, end - 2 * LETTER_BYTES) : NO_LETTER;
	Ends *ends = &evidence->ends[before][last];
	ends->third |= n_chars > 2 ? G_GUINT64_CONSTANT(1) << third : G_MAXUINT64;
	if (what == WHAT_WORD)
		ends->lengths |= 1 << (n_chars - 1);
	else
		ends->lengths |= 0xFF << MIN(n_chars + 1, MAX_CHARS - 1);
}

static gboolean
is_valid(const char *value, What what)
{
	glong n_chars = g_utf8_strlen(value, -1);
	for (const char *p = value; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);
		if (c < FIRST_LETTER || c >= FIRST_LETTER + N_LETTERS || g_unichar_tolower(c) != c)
			return FALSE;
	}
	return what == WHAT_LETTER ? n_chars == 1 : n_chars > (what == WHAT_ENDING);
}

static void
add(OqEvidence *evidence, OqEvidenceKind which, const char *value)
{
	const Kind *kind = &kinds[which];
	OqSlice *key = g_new(OqSlice, 1);
	char *owned = g_strdup(value);
	*key = oq_slice(owned);
	g_ptr_array_add(evidence->keys, key);
	g_ptr_array_add(evidence->keys, owned);
	GHashTable *map = kind->what == WHAT_WORD ? evidence->words : evidence->endings;
	g_hash_table_insert(map, key, GUINT_TO_POINTER(which));
	if (kind->what == WHAT_ENDING)
		evidence->max_ending_bytes = MAX(evidence->max_ending_bytes, key->length);
	if (kind->points > 0)
		mark_ends(evidence, *key, kind->what);
}

gboolean
oq_evidence_add(OqEvidence *evidence, OqEvidenceKind kind, const char *value)
{
	if (!is_valid(value, kinds[kind].what))
		return FALSE;
	if (kinds[kind].what == WHAT_LETTER)
		evidence->kazakh[g_utf8_get_char(value) - FIRST_LETTER] = TRUE;
	else
		add(evidence, kind, value);
	return TRUE;
}

gboolean
oq_evidence_may_be_russian(const OqEvidence *evidence, OqSlice word, guint n_chars)
{
	const char *end = word.data + word.length;
	guint last = index_of(evidence, word.data, end);
	guint before = index_of(evidence, word.data, end - LETTER_BYTES);
	const Ends *ends = &evidence->ends[before][last];
	if ((ends->lengths >> (MIN(n_chars, MAX_CHARS) - 1) & 1) == 0)
		return FALSE;
	guint third = index_of(evidence, word.data, end - 2 * LETTER_BYTES);
	return (ends->third >> third & 1) != 0;
}

static gboolean
has_kazakh_letter(const OqEvidence *evidence, OqSlice word)
{
	const guchar *p = (const guchar *)word.data, *end = p + word.length;
	for (; p + 1 < end; p++) {
		guint letter = (p[0] & 0x1F) << 6 | (p[1] & 0x3F);
		if ((p[0] & 0xFC) == 0xD0 && letter - FIRST_LETTER < N_LETTERS &&
			evidence->kazakh[letter - FIRST_LETTER])
			return TRUE;
	}
	return FALSE;
}

/* The longest ending decides. */
static const Kind *
find_ending(const OqEvidence *evidence, OqSlice word)
{
	gsize longest = word.length > MIN_STEM_BYTES ? word.length - MIN_STEM_BYTES : 0;
	for (gsize length = MIN(longest, evidence->max_ending_bytes); length > 0; length--) {
		OqSlice ending = oq_slice_skip(word, word.length - length);
		gpointer index = g_hash_table_lookup(evidence->endings, &ending);
		if (index != NULL)
			return &kinds[GPOINTER_TO_UINT(index)];
	}
	return NULL;
}

gint
oq_evidence_points(const OqEvidence *evidence, OqSlice word)
{
	if (has_kazakh_letter(evidence, word))
		return OQ_EVIDENCE_KAZAKH;
	gpointer index = g_hash_table_lookup(evidence->words, &word);
	if (index != NULL)
		return kinds[GPOINTER_TO_UINT(index)].points;
	const Kind *ending = find_ending(evidence, word);
	return ending != NULL ? ending->points : 0;
}
