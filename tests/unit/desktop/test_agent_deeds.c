#include "desktop/agent.h"

#include "desktop_case.h"

static void
tell(const char *line G_GNUC_UNUSED, gpointer data)
{
	++*(guint *)data;
}

static void
meet(OqReaderMeeting meeting G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
ask(OqSelectionWanted wanted G_GNUC_UNUSED, GCancellable *stop G_GNUC_UNUSED,
	OqSelectionAnswer answer, gpointer answer_data, gpointer data G_GNUC_UNUSED)
{
	g_autoptr(GBytes) text = g_bytes_new_static("Он.", strlen("Он."));

	answer(text, NULL, answer_data);
}

static OqDevice *
open_device(guint rate_hz, gpointer data G_GNUC_UNUSED, GCancellable *stop G_GNUC_UNUSED,
	GError **error G_GNUC_UNUSED)
{
	return oq_device_memory_new(rate_hz, 40);
}

/* A key that is held down does not fill the memory, and whoever holds it is told. */
static void
test_full(DesktopCase *c, gconstpointer data G_GNUC_UNUSED)
{
	guint n_told = 0;
	g_autoptr(OqAgent) agent = oq_agent_new(&(OqAgentParts){.reader = c->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = open_device,
		.queues = TRUE,
		.ask = ask,
		.tell = tell,
		.met = meet,
		.data = &n_told});

	oq_agent_do(agent, OQ_DEED_READ_SELECTION);
	for (guint i = 0; i < OQ_SERVICE_MAX_WAITING; i++)
		oq_agent_do(agent, OQ_DEED_READ_CLIPBOARD);
	g_assert_cmpuint(n_told, ==, 0);
	oq_agent_do(agent, OQ_DEED_READ_CLIPBOARD);
	g_assert_cmpuint(n_told, ==, 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/agent-deeds/full", test_full);
	return g_test_run();
}
