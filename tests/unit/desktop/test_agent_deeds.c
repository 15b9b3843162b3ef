#include "desktop/agent.h"

#include "desktop_case.h"

typedef struct {
	DesktopCase *desktop;
	const char *selected;
	guint n_told;
	guint n_left;
} Case;

static void
tell(const char *line G_GNUC_UNUSED, gpointer data)
{
	((Case *)data)->n_told++;
}

static void
leave(gpointer data)
{
	((Case *)data)->n_left++;
}

static void
meet(OqReaderMeeting meeting G_GNUC_UNUSED, gpointer data G_GNUC_UNUSED)
{
}

static void
ask(OqSelectionWanted wanted G_GNUC_UNUSED, GCancellable *stop G_GNUC_UNUSED,
	OqSelectionAnswer answer, gpointer answer_data, gpointer data)
{
	const char *selected = ((Case *)data)->selected;
	g_autoptr(GBytes) text = g_bytes_new(selected, strlen(selected));

	answer(text, NULL, answer_data);
}

static OqDevice *
open_device(guint rate_hz, gpointer data, GCancellable *stop, GError **error)
{
	return desktop_case_open(rate_hz, ((Case *)data)->desktop, stop, error);
}

static OqAgent *
new_agent(Case *c)
{
	return oq_agent_new(&(OqAgentParts){.reader = c->desktop->reader,
		.style = OQ_STYLE_DEFAULT,
		.open = open_device,
		.queues = TRUE,
		.ask = ask,
		.tell = tell,
		.met = meet,
		.left = leave,
		.data = c});
}

/* A key that is held down does not fill the memory, and whoever holds it is told. */
static void
test_full(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {.desktop = desktop, .selected = "Он."};
	g_autoptr(OqAgent) agent = new_agent(&c);

	oq_agent_do(agent, OQ_DEED_READ_SELECTION);
	for (guint i = 0; i < OQ_SERVICE_MAX_WAITING; i++)
		oq_agent_do(agent, OQ_DEED_READ_CLIPBOARD);
	g_assert_cmpuint(c.n_told, ==, 0);
	oq_agent_do(agent, OQ_DEED_READ_CLIPBOARD);
	g_assert_cmpuint(c.n_told, ==, 1);
}

static gboolean
is_sounding(DesktopCase *desktop)
{
	OqDevice *device = desktop_case_device(desktop);
	const GArray *frames = device != NULL ? oq_device_memory_frames(device) : NULL;

	return frames != NULL && frames->len > 0 &&
	       g_array_index(frames, gint16, frames->len - 1) != 0;
}

/* What holds no word is not met with silence. */
static void
test_no_word(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {.desktop = desktop, .selected = " … "};
	g_autoptr(OqAgent) agent = new_agent(&c);

	oq_agent_do(agent, OQ_DEED_READ_SELECTION);
	desktop_case_until(desktop, c.n_told == 1);
	desktop_case_until(desktop, is_sounding(desktop));
}

/* Whoever is to end reads to the end before. */
static void
test_leaves(DesktopCase *desktop, gconstpointer data G_GNUC_UNUSED)
{
	Case c = {.desktop = desktop, .selected = "Бір екі үш."};
	g_autoptr(OqAgent) agent = new_agent(&c);

	oq_agent_do(agent, OQ_DEED_READ_SELECTION);
	oq_agent_leave(agent);
	desktop_case_until(desktop, is_sounding(desktop));
	g_assert_cmpuint(c.n_left, ==, 0);
	desktop_case_until(desktop, c.n_left > 0);
	g_assert_cmpuint(oq_device_memory_frames(desktop_case_device(desktop))->len, >=,
		3 * MADE_VOICE_WORD_FRAMES);
	c.n_left = 0;
	oq_agent_leave(agent);
	g_assert_cmpuint(c.n_left, ==, 1);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	DESKTOP_CASE_ADD("/agent-deeds/full", test_full);
	DESKTOP_CASE_ADD("/agent-deeds/no-word", test_no_word);
	DESKTOP_CASE_ADD("/agent-deeds/leaves", test_leaves);
	return g_test_run();
}
