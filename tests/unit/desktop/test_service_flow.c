#include "desktop/service.h"

#include "desktop_case.h"

static void
ignore(gpointer data G_GNUC_UNUSED)
{
}

static void
ignore_sentence(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED, guint64 end G_GNUC_UNUSED,
	const char *sentence G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
ignore_word(guint id G_GNUC_UNUSED, guint64 start G_GNUC_UNUSED, guint64 end G_GNUC_UNUSED,
	gpointer data G_GNUC_UNUSED)
{
}

static void
ignore_end(guint id G_GNUC_UNUSED, OqServiceOutcome outcome G_GNUC_UNUSED,
	const char *why G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static guint
say(OqService *service, const char *text, gboolean queues)
{
	return oq_service_say(service, text, &(OqServiceWish){.queues = queues});
}

/* Nobody fills the memory by asking. */
static void
test_full(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	static const OqServiceCalls calls = {
		ignore, ignore_sentence, ignore_word, ignore_end, ignore};
	g_autoptr(OqService) service = oq_service_new(&(OqServiceParts){.reader = c->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = desktop_case_open,
		.open_data = c,
		.calls = &calls});
	g_autofree char *half = g_strnfill(OQ_SERVICE_MAX_WAITING_BYTES / 2 + 1, ' ');

	say(service, desktop_case_text, FALSE);
	for (guint i = 0; i < OQ_SERVICE_MAX_WAITING; i++)
		g_assert_cmpuint(say(service, "Бір.", TRUE), ==, i + 2);
	g_assert_cmpuint(say(service, "Бір.", TRUE), ==, 0);
	g_assert_cmpuint(say(service, "Екі.", FALSE), ==, OQ_SERVICE_MAX_WAITING + 2);
	g_assert_cmpuint(say(service, half, TRUE), >, 0);
	g_assert_cmpuint(say(service, half, TRUE), ==, 0);
	g_assert_cmpuint(say(service, "Үш.", TRUE), >, 0);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/service-flow/full", test_full);
	return g_test_run();
}
