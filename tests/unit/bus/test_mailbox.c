#include "bus/mailbox.h"

typedef struct {
	GMainContext *context;
	OqMailbox *mailbox;
	GString *log;
} Case;

static void
set_up(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	c->context = g_main_context_new();
	c->mailbox = oq_mailbox_new(c->context, c);
	c->log = g_string_new(NULL);
}

static void
tear_down(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_mailbox_free(c->mailbox);
	g_main_context_unref(c->context);
	g_string_free(c->log, TRUE);
}

static void
take(gpointer object, gpointer letter)
{
	g_string_append(((Case *)object)->log, letter);
}

static void
serve(Case *c)
{
	while (g_main_context_iteration(c->context, FALSE))
		continue;
}

static void
test_order(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_mailbox_post(c->mailbox, take, g_strdup("a"), g_free);
	oq_mailbox_post(c->mailbox, take, g_strdup("b"), g_free);
	g_assert_cmpstr(c->log->str, ==, "");
	serve(c);
	oq_mailbox_post(c->mailbox, take, g_strdup("c"), g_free);
	serve(c);
	g_assert_cmpstr(c->log->str, ==, "abc");
}

static void
take_and_free(gpointer object, gpointer letter)
{
	Case *c = object;

	take(object, letter);
	g_clear_pointer(&c->mailbox, oq_mailbox_free);
}

/* Letters that nobody read are freed, which the sanitizer looks at. */
static void
test_freed_in_a_call(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_mailbox_post(c->mailbox, take_and_free, g_strdup("a"), g_free);
	oq_mailbox_post(c->mailbox, take, g_strdup("b"), g_free);
	serve(c);
	g_assert_cmpstr(c->log->str, ==, "a");
}

static void
test_freed_unread(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	oq_mailbox_post(c->mailbox, take, g_strdup("a"), g_free);
	g_clear_pointer(&c->mailbox, oq_mailbox_free);
	serve(c);
	g_assert_cmpstr(c->log->str, ==, "");
}

enum { N_LETTERS = 2000 };

static void
count(gpointer object, gpointer letter)
{
	Case *c = object;

	g_assert_cmpuint(c->log->len + 1, ==, GPOINTER_TO_UINT(letter));
	g_string_append_c(c->log, '.');
}

static gpointer
write_letters(gpointer data)
{
	Case *c = data;

	for (guint i = 1; i <= N_LETTERS; i++)
		oq_mailbox_post(c->mailbox, count, GUINT_TO_POINTER(i), NULL);
	return NULL;
}

static void
test_other_thread(Case *c, gconstpointer data G_GNUC_UNUSED)
{
	GThread *thread = g_thread_new("write", write_letters, c);

	while (c->log->len < N_LETTERS)
		g_main_context_iteration(c->context, TRUE);
	g_thread_join(thread);
}

#define ADD(name, function) g_test_add("/mailbox/" name, Case, NULL, set_up, function, tear_down)

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	ADD("order", test_order);
	ADD("freed-in-a-call", test_freed_in_a_call);
	ADD("freed-unread", test_freed_unread);
	ADD("other-thread", test_other_thread);
	return g_test_run();
}
