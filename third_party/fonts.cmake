# Copied, with their licences, into share/palpera/fonts of the build tree and of the installed tree: the program never
# looks for a font of the system.
set(FONT_FOLDER ${PROJECT_BINARY_DIR}/share/palpera/fonts)

function(palpera_font FOLDER FILE)
    find_file(FONT_${FILE} ${FILE} PATHS ${FOLDER} REQUIRED NO_DEFAULT_PATH)
    configure_file(${FONT_${FILE}} ${FONT_FOLDER}/${FILE} COPYONLY)
endfunction()
function(palpera_font_licence PACKAGE FILE)
    configure_file(/usr/share/doc/${PACKAGE}/copyright ${FONT_FOLDER}/${FILE} COPYONLY)
endfunction()

palpera_font(/usr/share/fonts/opentype/inter Inter-Regular.otf)
palpera_font(/usr/share/fonts/opentype/inter Inter-SemiBold.otf)
palpera_font_licence(fonts-inter Inter-LICENSE.txt)
palpera_font(/usr/share/fonts/truetype/material-design-icons-iconfont MaterialIcons-Regular.ttf)
palpera_font_licence(fonts-material-design-icons-iconfont MaterialIcons-LICENSE.txt)

install(DIRECTORY ${FONT_FOLDER} DESTINATION ${CMAKE_INSTALL_DATADIR}/palpera)
