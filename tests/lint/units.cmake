# Every source file of reader/ has its unit test, or stands here with the reason why not; every verb is
# run by one of tests/cli. Which tests have no source file is seen to when they are built.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

# "FILES: why": FILES is a regular expression of whole paths.
set(excepted
  "main[.]c: tests/cli runs the whole program"
  "desktop/main[.]c: tests/e2e run the service"
  "desktop/agent_player[.]c: a part of the agent, and its test's"
  "cli/by_service[.]c: needs a service, e2e/desktop"
  "open/main[.]c: tests/documents run the whole program"
  "dispatcher/main[.]c: e2e/dispatcher runs the whole module"
  "cli/command_[a-z]+[.]c: tests/cli runs each verb"
  "cli/(at_home|batch|fit|inputs|call|listen|measuring|plan|resume|rundown|showing|sources|write)[.]c: they join the parts of a verb, tests/cli runs each verb"
  "cli/setup/setup_?[a-z]*[.]c: need the settings of a desktop, e2e/setup"
  "cli/spoken_error[.]c: needs a terminal and a sound device, e2e/home"
  "cli/signals[.]c: needs a program that is interrupted, tests/cli/interrupted-*, e2e/interrupt"
  "desktop/selection/a11y_[a-z]+[.]c: parts of a11y, and its test's"
  "desktop/selection/x11(_[a-z]+)?[.]c: needs an X server and owners, e2e/selection_x11"
  "desktop/selection/wayland[.]c: needs a compositor and owners, e2e/selection_wayland"
  "home/(acts_[a-z]+|session_(desktop|follow|keys|leave|search|sleep))[.]c: parts of the session, and its test's"
  "cli/options_table[.]c: the rows of options, and its test's"
  "desktop/hotkeys/x11_keys[.]c: needs an X server, e2e/hotkeys"
  "desktop/hotkeys/portal_[a-z]+[.]c: needs a desktop's portal, e2e/portal_keys"
  "share/describe.*[.]c: a tool of the build, tests/cli/completions-*, lint/commands"
  "speech/espeak/espeak[.]c: the calls of eSpeak NG alone, the test of engine_espeak"
  "text/repair/(capitals|entities|glyphs|joins|scripts|strangers)[.]c: parts of clean, and its test's"
  "text/repair/arabic[.]c: a part of cyrillic, and its test's"
  "text/rules/(entry|dictionary_rows)[.]c: parts of the dictionary, and its test's"
)

find_sources(commands tests/cli/command)
set(commands_text "")
foreach(command IN LISTS commands)
  file(READ ${SOURCE}/${command} text)
  string(APPEND commands_text "${text}\n")
endforeach()

function(check_verb source)
  if(NOT source MATCHES "/command_([a-z]+)[.]c$")
    return()
  endif()
  set(verb ${CMAKE_MATCH_1})
  if(NOT commands_text MATCHES "[$]oqyrman\"[^\n]* ${verb}[ \n]")
    complain(${source} "no tests/cli/*/command says \"$oqyrman\" ${verb}")
  endif()
endfunction()

find_sources(sources reader/*.c)
foreach(source IN LISTS sources)
  check_verb(${source})
  string(REGEX REPLACE "^reader/" "" path ${source})
  string(REGEX REPLACE "([^/]+)$" "test_\\1" test ${path})
  set(why "")
  foreach(line IN LISTS excepted)
    string(REGEX REPLACE ": .*" "" pattern "${line}")
    if(path MATCHES "^${pattern}$")
      set(why "${line}")
      set_property(GLOBAL PROPERTY "${line}" TRUE)
    endif()
  endforeach()
  if(EXISTS ${SOURCE}/tests/unit/${test})
    if(why)
      complain(tests/unit/${test} "is here after all, against tests/lint/units.cmake: ${why}")
    endif()
  elseif(NOT why)
    complain(${source} "has no tests/unit/${test}")
  endif()
endforeach()
foreach(line IN LISTS excepted)
  get_property(used GLOBAL PROPERTY "${line}")
  if(NOT used)
    complain(tests/lint/units.cmake "there is no such file: ${line}")
  endif()
endforeach()
verdict()
