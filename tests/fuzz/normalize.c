/* normalize.c - fuzzer: text is read, from anywhere too, and spelled. */
#include "checks.h"
#include "jumps.h"
#include "target.h"

/* libFuzzer hands no data on from one call to the other. */
static OqLexicon *lexicon;

int
LLVMFuzzerInitialize(G_GNUC_UNUSED int *argc, G_GNUC_UNUSED char ***argv)
{
	g_autoptr(GError) error = NULL;
	lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	if (lexicon == NULL)
		g_error("%s", error->message);
	return 0;
}

int
LLVMFuzzerTestOneInput(const guint8 *bytes, gsize n_bytes)
{
	checks_read(lexicon, NULL, (const char *)bytes, n_bytes);
	checks_spell(lexicon, (const char *)bytes, n_bytes);
	jumps_check(lexicon, (const char *)bytes, n_bytes);
	return 0;
}
