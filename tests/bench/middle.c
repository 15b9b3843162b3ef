/* middle FILE [BYTE]: the first sentence from the middle of a text, or a byte of it, on, as soon as
 * it is known: how long that takes is measured from outside (run.sh). */
#include "reading/cursor.h"

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;
	g_auto(OqUtterance) utterance;

	if (argc != 2 && argc != 3)
		g_error("usage: middle FILE [BYTE]");
	g_autoptr(OqLexicon) lexicon = oq_lexicon_load(OQ_TEST_VOICES "/kk", &error);
	OqDocument *document =
		lexicon != NULL ? oq_document_open(argv[1], NULL, NULL, &error) : NULL;
	if (document == NULL)
		g_error("%s", error->message);
	g_autoptr(OqCursor) cursor =
		oq_cursor_new(document, oq_normalizer_new(lexicon, NULL, &OQ_TASTE_DEFAULT));
	guint64 middle = argc == 3 ? g_ascii_strtoull(argv[2], NULL, 10)
				   : oq_document_info(document).n_bytes / 2;
	oq_utterance_init(&utterance);
	if (!oq_cursor_go(cursor, middle, OQ_STEP_SENTENCE, 0, &error) ||
		!oq_cursor_next(cursor, &utterance, &error))
		g_error("%s", error != NULL ? error->message : "there is nothing to read");
	g_print("%s\n", utterance.spoken->str);
	return 0;
}
