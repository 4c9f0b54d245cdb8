; The installer for Windows: for one person, without administrator rights. Made by packaging/windows/build:
;   makensis -DVERSION=1.2.3 -DPROGRAMS=FOLDER -DOUT=FILE atalaya.nsi
Unicode true
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "x64.nsh"
!include "WinVer.nsh"

!define NAME "Atalaya"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\org.atalaya.Atalaya"
!define KIND "Atalaya.Portfolio"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\Atalaya"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
SetCompressor /SOLID lzma
ManifestDPIAware true
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "MIT"

!define MUI_ICON "..\..\assets\icon\atalaya.ico"
!define MUI_UNICON "..\..\assets\icon\atalaya.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\atalaya.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is taken where the system speaks neither.
!insertmacro MUI_LANGUAGE "Spanish"
!insertmacro MUI_LANGUAGE "SpanishInternational"
!insertmacro MUI_LANGUAGE "English"

LangString Comment ${LANG_SPANISH} "Proyectos de asistencia internacional, cada cifra con su fuente"
LangString Comment ${LANG_SPANISHINTERNATIONAL} "Proyectos de asistencia internacional, cada cifra con su fuente"
LangString Comment ${LANG_ENGLISH} "Projects of international assistance, every figure with its source"
LangString Portfolio ${LANG_SPANISH} "Portafolio de asistencia internacional"
LangString Portfolio ${LANG_SPANISHINTERNATIONAL} "Portafolio de asistencia internacional"
LangString Portfolio ${LANG_ENGLISH} "Portfolio of international assistance"
LangString TooOld ${LANG_SPANISH} "Atalaya necesita Windows 10 o posterior, de 64 bits."
LangString TooOld ${LANG_SPANISHINTERNATIONAL} "Atalaya necesita Windows 10 o posterior, de 64 bits."
LangString TooOld ${LANG_ENGLISH} "Atalaya needs Windows 10 or later, of 64 bits."
LangString Running ${LANG_SPANISH} "Atalaya está abierta. Ciérrela y vuelva a intentarlo."
LangString Running ${LANG_SPANISHINTERNATIONAL} "Atalaya está abierta. Ciérrela y vuelva a intentarlo."
LangString Running ${LANG_ENGLISH} "Atalaya is open. Close it and try again."

; A program that runs cannot be written over: better said before than half way.
!macro AskToClose
  ${Do}
    ClearErrors
    ${IfNot} ${FileExists} "$INSTDIR\atalaya.exe"
      ${ExitDo}
    ${EndIf}
    FileOpen $0 "$INSTDIR\atalaya.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY +2
    Abort
  ${Loop}
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro AskToClose
  SetOutPath "$INSTDIR"
  File "${PROGRAMS}\atalaya.exe"
  File "${PROGRAMS}\atalaya-cli.exe"
  File "/oname=LICENSE.txt" "..\..\LICENSE"
  CreateShortcut "$SMPROGRAMS\Atalaya.lnk" "$INSTDIR\atalaya.exe" "" "$INSTDIR\atalaya.exe" 0 "" "" "$(Comment)"

  ; Windows knows only what stands behind the last dot: NAME.atalaya.ron is a .ron to it. Atalaya is one of those that
  ; open them, and the one where there is no other; no editor loses them.
  WriteRegStr HKCU "Software\Classes\${KIND}" "" "$(Portfolio)"
  WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\atalaya.exe,0"
  WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\atalaya.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\.ron\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "Software\Classes\Applications\atalaya.exe" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "Software\Classes\Applications\atalaya.exe\shell\open\command" "" '"$INSTDIR\atalaya.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\atalaya.exe\SupportedTypes" ".ron" ""

  WriteUninstaller "$INSTDIR\uninstall.exe"
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\atalaya.exe,0"
  WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  ; The shell reads its associations anew.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; A person's portfolios, settings and notes stay where they are.
Section "Uninstall"
  !insertmacro AskToClose
  Delete "$INSTDIR\atalaya.exe"
  Delete "$INSTDIR\atalaya-cli.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Atalaya.lnk"
  DeleteRegValue HKCU "Software\Classes\.ron\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.ron\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.ron"
  DeleteRegKey HKCU "Software\Classes\${KIND}"
  DeleteRegKey HKCU "Software\Classes\Applications\atalaya.exe"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
