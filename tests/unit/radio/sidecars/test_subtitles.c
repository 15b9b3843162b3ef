#include "radio/sidecars/subtitles.h"

#include "made_transcript.h"

static OqTranscript *
make(const char *text, guint pause_ms)
{
	OqTranscript *made = oq_transcript_new(MADE_TRANSCRIPT_HZ);
	made_transcript_say(made, text, 1000, pause_ms);
	made_transcript_say(made, "Екі.", 1000, 100);
	made_transcript_end(made, 0);
	return made;
}

static void
test_srt(void)
{
	g_autoptr(OqTranscript) made = make("Бір & 5.", 3725004);
	g_autofree char *srt = oq_subtitles_srt(made);
	g_assert_cmpstr(srt, ==,
		"1\n01:02:05,004 --> 01:02:07,004\nБір & 5.\n\n"
		"2\n01:02:07,104 --> 01:02:08,104\nЕкі.\n\n");
}

static void
test_vtt(void)
{
	g_autoptr(OqTranscript) made = make("Бір & <b>екі</b> --> {\\an8}", 0);
	g_autofree char *vtt = oq_subtitles_vtt(made);
	g_assert_true(g_str_has_prefix(vtt, "WEBVTT\n\n00:00:00.000 --> 00:00:05.000\n"
					    "Бір &amp; &lt;b&gt;екі&lt;/b&gt; --&gt; {\\an8}\n\n"));
}

/* No player may take it for anything but a text. */
static void
test_srt_is_harmless(void)
{
	g_autoptr(OqTranscript) made = make("5 < 6 <b> --> {\\an8} {a} -> ->>", 0);
	g_autofree char *srt = oq_subtitles_srt(made);
	g_assert_nonnull(strstr(srt, "5 < 6 <\xE2\x81\xA0"
				     "b>"));
	g_assert_nonnull(strstr(srt, "--\xE2\x81\xA0>"));
	g_assert_nonnull(strstr(srt, "{\xE2\x81\xA0\\an8} {a} -> ->>"));
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/subtitles/srt", test_srt);
	g_test_add_func("/subtitles/vtt", test_vtt);
	g_test_add_func("/subtitles/srt-is-harmless", test_srt_is_harmless);
	return g_test_run();
}
