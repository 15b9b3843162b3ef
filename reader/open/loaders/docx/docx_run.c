/* docx_run.c - see the header. */
#include "open/loaders/docx/docx_run.h"

void
oq_docx_run_clear(OqDocxRun *run)
{
	g_clear_pointer(&run->lang, g_free);
	run->is_hidden = run->is_raised = FALSE;
}

gboolean
oq_docx_run_is_on(OqXmlPull *xml)
{
	static const char *const offs[] = {"0", "false", "off", "none", NULL};
	g_autofree char *value = oq_xml_pull_attribute(xml, "val");
	return value == NULL || !g_strv_contains(offs, value);
}

gboolean
oq_docx_run_read(OqDocxRun *run, OqXmlPull *xml)
{
	g_autofree char *value = oq_xml_pull_attribute(xml, "val");
	if (oq_xml_pull_is(xml, "lang") && run->lang == NULL)
		run->lang = g_steal_pointer(&value);
	else if (oq_xml_pull_is(xml, "vanish"))
		run->is_hidden = oq_docx_run_is_on(xml);
	else if (oq_xml_pull_is(xml, "vertAlign"))
		run->is_raised = g_strcmp0(value, "superscript") == 0;
	else
		return FALSE;
	return TRUE;
}
