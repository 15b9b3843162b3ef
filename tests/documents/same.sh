#!/bin/sh
# same.sh - the same text through every format: what the program says the sentences of each document
# are is what differences.txt tells beside source.sentences, lists.sentences and prose.sentences.
# usage: sh same.sh OQYRMAN FOLDER
set -eu
oqyrman=$1
folder=$2
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT
HOME=$work
LC_ALL=C.UTF-8
export HOME LC_ALL
unset XDG_CONFIG_HOME

cd "$folder"
for document in */*; do
  case $document in
  *.blocks | */columns.*) continue ;; # which hold the text several times
  */prose.*) text=prose ;;
  */lists.*) text=lists ;;
  *) text=source ;;
  esac
  "$oqyrman" text --sentences "$document" >"$work/sentences"
  diff -U 0 "$text.sentences" "$work/sentences" >"$work/diff" || [ "$?" -eq 1 ]
  [ -s "$work/diff" ] || continue
  printf '\n%s\n' "$document"
  sed -n '/^\(---\|+++\|@@\)/!p' "$work/diff"
done >"$work/differences"
sed '/^#/d' differences.txt >"$work/expected"
diff -u "$work/expected" "$work/differences"
