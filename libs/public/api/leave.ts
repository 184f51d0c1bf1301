// Runs in the reader's browser as it stands here (plain ES5, put into each page). Leaving hides the page at once; who comes back with the
// browser's own arrow is sent away again, also from a page kept in memory. The mark is forgotten when the tab is closed, or she returns by an address.
// Its tab is called what it leads to: without a name it would show the address.
export const leaveScript = (exitTo: string, exitName: string): string =>
  `(function(){var k='samverkan.left',to=${JSON.stringify(exitTo)},last=0;` +
  `function marked(){try{return sessionStorage.getItem(k)}catch(e){return null}}` +
  `function go(){try{sessionStorage.setItem(k,'1')}catch(e){}document.documentElement.style.display='none';document.title=${JSON.stringify(exitName)};location.replace(to)}` +
  `var n=(performance.getEntriesByType('navigation')[0]||{}).type;` +
  `if(marked()){if(n==='back_forward'){go();return}try{sessionStorage.removeItem(k)}catch(e){}}` +
  `addEventListener('pageshow',function(e){if(e.persisted&&marked())go()});` +
  `addEventListener('keydown',function(e){if(e.key!=='Escape')return;var t=Date.now();if(t-last<1000)go();last=t});` +
  `addEventListener('click',function(e){var a=e.target&&e.target.closest&&e.target.closest('#exit');if(a){e.preventDefault();go()}})})()`;
