# Every file of reader/ begins with its name and what it is.
include(${CMAKE_CURRENT_LIST_DIR}/lib/lint.cmake)

find_sources(files reader/*.c reader/*.h)
foreach(file ${files})
  get_filename_component(name ${file} NAME)
  string(REPLACE "." "[.]" pattern ${name})
  file(READ ${SOURCE}/${file} head LIMIT 200)
  if(NOT head MATCHES "^/[*] ${pattern} - ")
    complain(${file} "begins with something else than /* ${name} - what it is")
  endif()
endforeach()
verdict()
