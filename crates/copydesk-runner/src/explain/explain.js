const boxes = [...document.querySelectorAll('.legend input')];
const show = () => {
  const on = new Set(boxes.filter(box => box.checked).map(box => box.value));
  document.body.classList.toggle('no-edits', !on.has('edits'));
  for (const piece of document.querySelectorAll('[data-l]')) {
    const layers = piece.dataset.l.split(' ').filter(layer => on.has(layer));
    const [outer, inner] = [layers[0], layers[layers.length - 1]];
    piece.className = layers.length ? `k${inner % 12}` + (inner === outer ? '' : ` u${outer % 12}`) : '';
  }
};
boxes.forEach(box => box.addEventListener('change', show));
