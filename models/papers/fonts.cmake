# Embeds Liberation Serif 2, the fall-back for Times New Roman, from the build machine's fonts-liberation2 package.
# The older fonts-liberation (1.x) lacks 93 Vietnamese letters, so only the liberation2 folder is looked at.
find_path(MAIAM_SERIF_DIR NAMES LiberationSerif-Regular.ttf
    PATHS /usr/share/fonts/truetype/liberation2 NO_DEFAULT_PATH NO_CMAKE_FIND_ROOT_PATH
    DOC "Folder with LiberationSerif-*.ttf, version 2 (Debian: fonts-liberation2)")
if(NOT MAIAM_SERIF_DIR)
    message(FATAL_ERROR "Liberation Serif 2 not found: install fonts-liberation2 or set MAIAM_SERIF_DIR")
endif()

set(qrc "<RCC>\n  <qresource prefix=\"/fonts\">\n")
foreach(face Regular Bold Italic BoldItalic)
    set(file ${MAIAM_SERIF_DIR}/LiberationSerif-${face}.ttf)
    if(NOT EXISTS ${file})
        message(FATAL_ERROR "Missing font file ${file}")
    endif()
    string(APPEND qrc "    <file alias=\"LiberationSerif-${face}.ttf\">${file}</file>\n")
endforeach()
string(APPEND qrc "  </qresource>\n</RCC>\n")
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/maiam_paper_fonts.qrc CONTENT "${qrc}" @ONLY)
qt_add_resources(MAIAM_FONT_SOURCES ${CMAKE_CURRENT_BINARY_DIR}/maiam_paper_fonts.qrc)
