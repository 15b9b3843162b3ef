/* options_table.c - the options there are; see options.h. */
#include "cli/options.h"
#include "radio/sidecars/sidecars.h"
#include <glib/gi18n.h>

#define MEMBER(name) G_STRUCT_OFFSET(OqOptions, name)

static const OqOption table[] = {
	{"voice", 'v', MEMBER(voice), OQ_TRAIT_READS, .value = N_("NAME"), .kind = OQ_VALUE_VOICE,
		.meaning = N_("the voice, one of those that oqyrman voices lists")},
	{"speed", 's', MEMBER(speed_text), OQ_TRAIT_SPEAKS, .value = N_("WPM"),
		.meaning = N_("Kazakh words a minute, 60 to 600; the voice's own unless given")},
	{"pitch", 'p', MEMBER(pitch_text), OQ_TRAIT_SPEAKS, .value = N_("N"),
		.meaning = N_("pitch, 0 to 100; 50 is the voice's own")},
	{"volume", 'a', MEMBER(volume_text), OQ_TRAIT_SPEAKS, .value = N_("N"),
		.meaning = N_("volume, 0 to 100; 100 unless given")},
	{"pauses", 0, MEMBER(pauses_text), OQ_TRAIT_SPEAKS, .value = N_("PERCENT"),
		.meaning = N_("how long pauses are, 25 to 400; 100 unless given; words are as fast "
			      "as before")},
	{"quotes", 0, MEMBER(quotes_text), OQ_TRAIT_SPEAKS, .value = N_("HOW"),
		.meaning = N_("how quotations are said: higher (+N) or lower (-N) by so much, or "
			      "by the voice that is named")},
	{"punctuation", 'P', MEMBER(punctuation_text), OQ_TRAIT_READS, .value = N_("LEVEL"),
		.choices = "none some all",
		.meaning = N_("which signs are named: none, some or all; none unless given")},
	{"spell", 0, MEMBER(spell), OQ_TRAIT_WORDS,
		.meaning = N_("say every character by its name, spaces too")},
	{"encoding", 'e', MEMBER(encoding), OQ_TRAIT_FILES | OQ_TRAIT_WATCHES | OQ_TRAIT_LISTS,
		.value = N_("NAME"), .choices = "UTF-8 UTF-16 windows-1251 KZ-1048",
		.meaning = N_("the encoding of the files, such as UTF-8, UTF-16, windows-1251 or "
			      "KZ-1048; unless given, the text tells it")},
	{"notes", 0, MEMBER(notes_text), OQ_TRAIT_FILES | OQ_TRAIT_WATCHES | OQ_TRAIT_LISTS,
		.value = N_("WHERE"), .choices = "skip inline end",
		.meaning =
			N_("where footnotes are read: skip, nowhere; inline, behind the paragraph "
			   "that refers to them; end, behind the chapter or the text; skip "
			   "unless given")},
	{"follow", 0, MEMBER(follow), OQ_TRAIT_FILES,
		.meaning = N_("wait at the end of the last file for what is written to it, or at a "
			      "named pipe for its next writer")},
	{"dictionary", 'D', MEMBER(dictionaries), OQ_TRAIT_READS, .is_list = TRUE,
		.value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("a table of words and how they are said, which goes before your own "
			      "dictionary.tsv; may be given several times")},
	{"languages", 'l', MEMBER(languages_text), OQ_TRAIT_READS, .value = N_("LIST"),
		.choices = "kk kk,ru kk,en kk,ru,en",
		.meaning = N_("the languages that are spoken: kk (Kazakh alone), kk,ru (Russian, "
			      "too), kk,en (English, too) or kk,ru,en; all three unless given")},
	{"skip", 0, MEMBER(skip_text), OQ_TRAIT_READS, .value = N_("LIST"),
		.choices = "notes references brackets addresses emoji heads",
		.meaning = N_("what is left out, with commas between them: notes, references, "
			      "brackets, addresses, emoji, heads; nothing unless given")},
	{"written-pauses", 0, MEMBER(written_pauses), OQ_TRAIT_READS,
		.meaning = N_("make the pauses that are written in the text, such as [pause 2s]")},
	{"device", 'd', MEMBER(device), OQ_TRAIT_PLAYS, .value = N_("NAME"),
		.meaning = N_("the sound device, one of those that oqyrman voices lists")},
	{"wait", 0, MEMBER(wait), OQ_TRAIT_PLAYS, .group = OQ_GROUP_TURN,
		.meaning = N_("when something is being read already, wait for its end")},
	{"interrupt", 0, MEMBER(interrupt), OQ_TRAIT_PLAYS, .group = OQ_GROUP_TURN,
		.meaning = N_("when something is being read already, stop it")},
	{"beginning", 0, MEMBER(beginning), OQ_TRAIT_DRIVEN,
		.meaning = N_("begin at the beginning, not where the text was left")},
	{"large", 0, MEMBER(large), OQ_TRAIT_DRIVEN,
		.meaning = N_("show what is read in big letters, as wide as the terminal")},
	{"no-color", 0, MEMBER(no_color), OQ_TRAIT_DRIVEN,
		.meaning = N_("print plain lines: no word is highlighted, nothing is rewritten")},
	{"output", 'o', MEMBER(output), OQ_TRAIT_NAMES, .value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("the audio file; its extension picks the format; a hyphen (-) is "
			      "WAV on standard output; a folder: a file of each text in it; unless "
			      "given, one beside each text")},
	{"list", 0, MEMBER(list), OQ_TRAIT_NAMES | OQ_TRAIT_TIMES, .value = N_("FILE"),
		.kind = OQ_VALUE_FILE,
		.meaning = N_("the texts, one on each line of a file, which may name voice, speed, "
			      "pitch, headline, title and gap of each")},
	{"each", 0, MEMBER(each), OQ_TRAIT_NAMES, .value = N_("PATTERN"),
		.choices = "bbc prss rivendell",
		.meaning =
			N_("a file for each text, in the folder after -o, with a name as "
			   "“%2n %t.wav” (number, title), or as bbc, prss or rivendell want it")},
	{"no-clobber", 0, MEMBER(no_clobber), OQ_TRAIT_NAMES, .group = OQ_GROUP_TAKEN,
		.meaning = N_("never replace a file; without -o it is so")},
	{"number", 0, MEMBER(number), OQ_TRAIT_NAMES, .group = OQ_GROUP_TAKEN,
		.meaning = N_("where a name is taken, add a number, as in news-2.wav; the name is "
			      "printed")},
	{"resume", 0, MEMBER(resume), OQ_TRAIT_NAMES,
		.meaning = N_("keep what was said, beside the audio, until it is whole; what was "
			      "broken off goes on there")},
	{"bell", 0, MEMBER(bell), OQ_TRAIT_NAMES,
		.meaning = N_("ring the terminal's bell when all is done, or has failed")},
	{"title", 0, MEMBER(title), OQ_TRAIT_WRITES, .value = N_("TEXT"),
		.meaning =
			N_("the title that the audio file tells; that of the text unless given")},
	{"author", 0, MEMBER(author), OQ_TRAIT_WRITES, .value = N_("TEXT"),
		.meaning = N_("who wrote the text or reads it, as the audio file tells")},
	{"date", 0, MEMBER(date), OQ_TRAIT_WRITES, .value = N_("DATE"), .choices = "now",
		.meaning = N_("when the audio file was made, as 2026-11-29, or now")},
	{"tag", 0, MEMBER(tags), OQ_TRAIT_WRITES, .value = N_("TAG"), .is_list = TRUE,
		.meaning =
			N_("another thing that the audio file tells, as album=NAME; may be given "
			   "several times")},
	{"marks", 0, MEMBER(marks_text), OQ_TRAIT_WRITES, .value = N_("LEVEL"),
		.choices = "item paragraph sentence",
		.meaning = N_("mark where each item, paragraph or sentence begins in the audio "
			      "file, as chapters")},
	{"intro", 0, MEMBER(intro), OQ_TRAIT_WRITES, .value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("a jingle before the first text")},
	{"between", 0, MEMBER(between), OQ_TRAIT_WRITES, .value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("a jingle between texts")},
	{"outro", 0, MEMBER(outro), OQ_TRAIT_WRITES, .value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("a jingle behind the last text")},
	{"bed", 0, MEMBER(bed), OQ_TRAIT_WRITES, .value = N_("FILE"), .kind = OQ_VALUE_FILE,
		.meaning = N_("music under the voice, over and over, softer while it speaks")},
	{"beside", 0, MEMBER(beside_text), OQ_TRAIT_WRITES, .value = N_("LIST"),
		.choices = OQ_SIDECARS_NAMES,
		.meaning = N_("what is written beside the audio, with commas between them: srt, "
			      "vtt, json, chapters, chapters-json, ffmetadata, script, png, "
			      "loudness, loudness-json; nothing unless given")},
	{"broadcast", 0, MEMBER(broadcast), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .group = OQ_GROUP_SET,
		.meaning = N_("make it ready to go on air, as EBU R 128 has it: the profile ebu")},
	{"profile", 0, MEMBER(profile), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .group = OQ_GROUP_SET,
		.value = N_("NAME"), .choices = "plain ebu podcast",
		.meaning = N_("a set of the options that follow: plain, ebu, podcast, or one of "
			      "your config.ini")},
	{"rate", 0, MEMBER(rate_text), OQ_TRAIT_WRITES, .value = N_("HZ"),
		.choices = "22050 44100 48000",
		.meaning = N_("frames a second, such as 22050, 44100 or 48000; the voice's own "
			      "unless given")},
	{"bits", 0, MEMBER(bits_text), OQ_TRAIT_WRITES, .value = N_("N"), .choices = "16 24",
		.meaning = N_("bits of a sample, 16 or 24; 16 unless given")},
	{"channels", 0, MEMBER(channels_text), OQ_TRAIT_WRITES, .value = N_("N"), .choices = "1 2",
		.meaning = N_("channels, 1 or 2; 1 unless given")},
	{"bitrate", 0, MEMBER(bitrate_text), OQ_TRAIT_WRITES, .value = N_("KBPS"),
		.meaning = N_("kilobits a second of an MP3, which are then the same throughout")},
	{"loudness", 0, MEMBER(loudness_text), OQ_TRAIT_WRITES, .group = OQ_GROUP_LEVEL,
		.value = N_("LUFS"),
		.meaning = N_("how loud it becomes (EBU R 128), -50 to -5; no true peak then goes "
			      "beyond -1 dBTP")},
	{"gain", 0, MEMBER(gain_text), OQ_TRAIT_WRITES, .group = OQ_GROUP_LEVEL, .value = N_("DB"),
		.meaning = N_("louder or softer by so many decibels, whatever its loudness")},
	{"head", 0, MEMBER(head_text), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("SECONDS"),
		.meaning = N_("silence before the first word; none unless given")},
	{"tail", 0, MEMBER(tail_text), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("SECONDS"),
		.meaning = N_("silence behind the last word; none unless given")},
	{"start", 0, MEMBER(start), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("PLACE"),
		.meaning = N_("begin at a heading, by its words or as #2, at a sentence, by its "
			      "number or by words that stand in it")},
	{"end", 0, MEMBER(end), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("PLACE"),
		.meaning =
			N_("end before a heading, or behind a sentence, named in the same ways")},
	{"duration", 0, MEMBER(duration_text), OQ_TRAIT_WRITES, .value = N_("LENGTH"),
		.meaning = N_("make the audio so long, as 3:00, by speed and pauses; where that "
			      "would not be natural, say how many words are too many or too few")},
	{"paragraphs", 0, MEMBER(paragraphs), OQ_TRAIT_TIMES,
		.meaning = N_("tell of each paragraph, too")},
	{"out", 0, MEMBER(out), OQ_TRAIT_WATCHES, .value = N_("FOLDER"), .kind = OQ_VALUE_FILE,
		.meaning = N_("where the audio goes; the folder out in the one that is watched "
			      "unless given")},
	{"format", 0, MEMBER(format), OQ_TRAIT_NAMES | OQ_TRAIT_WATCHES, .value = N_("EXTENSION"),
		.choices = "wav flac ogg opus mp3",
		.meaning = N_("the format of the audio: wav, flac, ogg, opus or mp3; wav unless "
			      "given")},
	{"settle", 0, MEMBER(settle_text), OQ_TRAIT_WATCHES, .value = N_("SECONDS"),
		.meaning = N_("how long a text must not have changed to be whole, 0 to 3600; 2 "
			      "unless given")},
	{"jobs", 'j', MEMBER(jobs_text), OQ_TRAIT_WRITES | OQ_TRAIT_TIMES, .value = N_("N"),
		.meaning = N_("how many processes speak at once; one for each processor unless "
			      "given")},
	{"sentences", 'S', MEMBER(sentences), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print the sentences as they are written")},
	{"ipa", 'i', MEMBER(ipa), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print the sounds of the voice (IPA)")},
	{"explain", 'x', MEMBER(explain), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning = N_("print what each part of a sentence became, and by which rule")},
	{"doubts", 0, MEMBER(doubts), OQ_TRAIT_PRINTS, .group = OQ_GROUP_FORM,
		.meaning =
			N_("print what is guessed, with its line and how it will be said: names "
			   "and abbreviations that are not known, signs that are not read, dates "
			   "of two meanings")},
	{"json", 'J', MEMBER(json), OQ_TRAIT_PRINTS | OQ_TRAIT_TIMES, .group = OQ_GROUP_FORM,
		.meaning = N_("print one JSON object a line")},
	{"forget", 0, MEMBER(forget), OQ_TRAIT_RECENT, .value = N_("TEXT"), .choices = "all",
		.meaning = N_(
			"forget the place and the bookmarks of a text, by its number or its name; "
			"all: of all texts")},
	{"quiet", 'q', MEMBER(quiet), OQ_TRAIT_ANY, .group = OQ_GROUP_TALK,
		.meaning = N_("no progress and no warnings, errors only")},
	{"verbose", 0, MEMBER(verbose), OQ_TRAIT_READS, .group = OQ_GROUP_TALK,
		.meaning = N_("say what is being done")},
	{"check", 0, MEMBER(check), OQ_TRAIT_SETS,
		.meaning = N_("print what is wrong in your config.ini, line by line")},
	{"setup", 0, MEMBER(setup), OQ_TRAIT_DESKTOP, .group = OQ_GROUP_SETUP,
		.meaning = N_("bind the keys in the settings of GNOME, KDE Plasma 5 or XFCE")},
	{"undo", 0, MEMBER(undo), OQ_TRAIT_DESKTOP, .group = OQ_GROUP_SETUP,
		.meaning = N_("take back the keys that --setup has bound")},
	{"setup-speech", 0, MEMBER(setup_speech), OQ_TRAIT_DESKTOP, .group = OQ_GROUP_SETUP,
		.meaning = N_("make Speech Dispatcher speak Kazakh with Oqyrman, for you alone")},
	{"setup-speech-all", 0, MEMBER(setup_speech_all), OQ_TRAIT_DESKTOP, .group = OQ_GROUP_SETUP,
		.meaning = N_("make it speak all languages with Oqyrman, as Orca wants in other "
			      "locales")},
	{"undo-speech", 0, MEMBER(undo_speech), OQ_TRAIT_DESKTOP, .group = OQ_GROUP_SETUP,
		.meaning = N_("take that back")},
	{"help", 'h', MEMBER(help), OQ_TRAIT_ANY, .group = OQ_GROUP_ALONE,
		.meaning = N_("print help, on the command alone when one is named")},
	{"version", 'V', MEMBER(version), OQ_TRAIT_ANY, .group = OQ_GROUP_ALONE,
		.meaning = N_("print the version")},
};

const OqOption *
oq_options_table(gsize *n_options)
{
	*n_options = G_N_ELEMENTS(table);
	return table;
}
